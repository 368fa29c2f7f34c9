import { fill } from '../../messages/fill.ts'
import { Categories } from './browse.tsx'
import { followLink } from './follow-link.ts'
import { Notes } from './notes.tsx'
import type { View } from './view.ts'

/** The way to the shop's own search, as a link where its address is known. */
function ShopSearch({ model, host }: View) {
  const words = model.words.value.trim()
  if (!host.canSearchInShop || !words) return null
  return (
    <a
      class="button"
      href={host.shopSearchHref(words) ?? '#'}
      onClick={(event) => followLink(event, words, host.searchInShop)}
    >
      {host.texts.shop_search}
    </a>
  )
}

/** Nothing matched: which wish to leave out, and where else to look. */
export function NoResults({ model, host }: View) {
  const { texts } = host
  const answer = model.answer.value
  const text = answer?.query
  const relaxes = (answer?.relax ?? []).flatMap(({ id, total }) => {
    const wish = model.wishes.value.find((other) => other.id === id)
    return wish ? [{ wish, total }] : []
  })
  return (
    <>
      <Notes model={model} host={host} />
      <div class="empty">
        <h2>{text ? fill(texts.none, { text }) : texts.none_filters}</h2>
        <p>{relaxes.length ? texts.relax : texts.none_hint}</p>
        <p class="actions">
          {relaxes.map(({ wish, total }) => (
            <button key={wish.id} type="button" class="button" onClick={() => model.toggleWish(wish)}>
              {fill(texts.relax_wish, { text: wish.label })} <small>{total}</small>
            </button>
          ))}
          {Object.keys(model.filters.value).length > 0 && (
            <button type="button" class="button" onClick={model.clearFilters}>
              {texts.filters_clear}
            </button>
          )}
          <ShopSearch model={model} host={host} />
        </p>
        <Categories model={model} host={host} />
        {model.later.value?.attributes()}
      </div>
    </>
  )
}

/** The service did not answer: what stayed safe and what to do. */
export const Failed = ({ model, host }: View) => (
  <div class="empty">
    <h2>{host.texts.failed}</h2>
    <p>{host.texts.failed_hint}</p>
    <p class="actions">
      <button type="button" class="button" onClick={model.retry}>
        {host.texts.retry}
      </button>
      <ShopSearch model={model} host={host} />
    </p>
  </div>
)
