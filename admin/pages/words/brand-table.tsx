import { useSignal } from '@preact/signals'
import type { BrandEntry } from '../../../worker/contract/typing.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { readList } from './words-model.ts'

/** Brands shown at once; the rest are found by name. */
const SHOWN = 50

const joined = (spellings: readonly string[]) => spellings.join(', ')

/** Every brand with what shoppers may type for it. */
export function BrandTable({ desk }: { desk: Desk }) {
  const t = texts.value.words
  const wanted = useSignal('')
  const brands = desk.words.brands.value
  if (brands === null) return null
  const needle = wanted.value.trim().toLowerCase()
  const found = brands.filter((entry) =>
    [entry.brand, ...entry.spellings].some((text) => text.toLowerCase().includes(needle)),
  )
  return (
    <section class="card" aria-labelledby="brands-title">
      <h2 id="brands-title">{t.brandsTitle}</h2>
      <p class="muted">{t.brandsText}</p>
      {brands.length === 0 ? (
        <p class="callout">{t.brandsNone}</p>
      ) : (
        <>
          <div class="field">
            <label for="brand-wanted">{t.find}</label>
            <input
              id="brand-wanted"
              type="search"
              autocomplete="off"
              value={wanted.value}
              onInput={({ currentTarget }) => (wanted.value = currentTarget.value)}
            />
          </div>
          <ScrollRegion label={t.brandsTitle}>
            <table class="words">
              <thead>
                <tr>
                  <th scope="col">{t.brand}</th>
                  <th scope="col">{t.spellings}</th>
                  <th scope="col">{t.source}</th>
                </tr>
              </thead>
              <tbody>
                {found.slice(0, SHOWN).map((entry) => (
                  <BrandRow key={entry.brand} desk={desk} entry={entry} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {found.length > SHOWN && <p class="hint">{t.more(found.length - SHOWN)}</p>}
        </>
      )}
    </section>
  )
}

function BrandRow({ desk, entry }: { desk: Desk; entry: BrandEntry }) {
  const t = texts.value.words
  const save = async (spellings: readonly string[] | null): Promise<void> => {
    const answer = await desk.words.spell(entry.brand, spellings)
    if (answer.ok) desk.notices.done(spellings === null ? t.automatic(entry.brand) : t.saved(entry.brand))
    else desk.notices.bad(t.notSaved(texts.value.failure(answer.failure)))
  }
  return (
    <tr>
      <th scope="row">{entry.brand}</th>
      <td>
        <input
          // A new one when the server's word changes, so that what stands there is what holds.
          key={joined(entry.spellings)}
          aria-label={t.spellingsOf(entry.brand)}
          autocomplete="off"
          spellcheck={false}
          defaultValue={joined(entry.spellings)}
          onChange={({ currentTarget }) => {
            const next = readList(currentTarget.value)
            if (joined(next) !== joined(entry.spellings)) void save(next)
          }}
        />
      </td>
      <td>
        <span class="badge">{t.sources[entry.source]}</span>
        {entry.source === 'merchant' && (
          <button type="button" class="button quiet" onClick={() => void save(null)}>
            {t.toAutomatic}
          </button>
        )}
      </td>
    </tr>
  )
}
