import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

/** Tags that find products and are never displayed, each with the law that holds it back. Nothing where there are none. */
export function UnshownTags({ desk }: { desk: Desk }) {
  const t = texts.value.words.claims
  const unshown = (desk.words.tags.value ?? []).flatMap(({ not_shown: why, ...tag }) =>
    why ? [{ ...tag, why }] : [],
  )
  if (unshown.length === 0) return null
  return (
    <section class="card" aria-labelledby="unshown-title">
      <h2 id="unshown-title">{t.title}</h2>
      <p class="muted">{t.text}</p>
      <ScrollRegion label={t.title}>
        <table class="words" id="unshown-tags">
          <thead>
            <tr>
              <th scope="col">{t.tag}</th>
              <th scope="col">{t.products}</th>
              <th scope="col">{t.why}</th>
            </tr>
          </thead>
          <tbody>
            {unshown.map(({ id, label, count, why }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{t.count(count)}</td>
                <td>
                  {t.because[why.because]} {t.needs[why.needs]} <span class="badge">{why.law}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
