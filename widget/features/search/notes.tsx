import { fill } from '../../messages/fill.ts'
import { safeHref } from '../../ui/safe-href.ts'
import { followLink } from './follow-link.ts'
import type { View } from './view.ts'

/** What is to be said before the products: how the words were read, that nothing fits quite, pages of the shop. */
export function Notes({ model, host }: View) {
  const { texts, base } = host
  const answer = model.answer.value
  const spelling = answer?.spelling
  const pages = (answer?.content ?? []).flatMap(({ title, link }) => {
    const href = safeHref(link, base)
    return href ? [{ title, href }] : []
  })
  return (
    <>
      {answer && model.later.value?.banners(answer)}
      {spelling && (
        <p class="spelling">
          {fill(texts.spelling, { text: spelling.shown })}{' '}
          <button type="button" class="link" onClick={model.searchExactly}>
            {fill(texts.spelling_exact, { text: spelling.typed })}
          </button>
        </p>
      )}
      {pages.length > 0 && (
        <p class="actions pages">
          {pages.map(({ title, href }) => (
            <a key={href} class="link" href={href} onClick={(event) => followLink(event, href, host.follow)}>
              {title}
            </a>
          ))}
        </p>
      )}
      {answer?.answer === 'nearest' && <p class="note">{texts.nearest}</p>}
    </>
  )
}
