/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events --
   an <option> cannot hold a card or be a link, and its keys are the combobox's */
import type { Hit } from '../../../worker/contract/search.ts'
import { fill } from '../../messages/fill.ts'
import { Picture } from '../../ui/picture.tsx'
import { viewPrice } from '../../ui/price.ts'
import { safeHref } from '../../ui/safe-href.ts'
import { Stars } from '../../ui/stars.tsx'
import { followLink } from './follow-link.ts'
import { optionId } from './move-active.ts'
import type { View } from './view.ts'

/** The service quotes reviewers itself, behind a word that says so. */
const QUOTED = /["“”「『]/

/** One product: every card has the same size, so that a better order moves places and never the layout. */
export function ResultCard({ model, host, hit, index }: View & { hit: Hit; index: number }) {
  const { texts, config } = host
  const { variant, rating, reason } = hit
  const id = optionId(index)
  const href = safeHref(variant?.link ?? hit.link, host.base)
  const link = variant?.image_link ?? hit.image_link
  const image = link && model.broken.value.has(link) ? undefined : link
  const price = viewPrice(hit, texts, config.locale)
  const isSoldOut = (variant ?? hit).availability === 'out_of_stock'
  const badges = new Set([...(isSoldOut ? ['sold_out'] : []), ...(hit.badges ?? [])])
  const marks = [...badges].flatMap((name) => {
    const label = (texts as Readonly<Record<string, string>>)[`badge_${name}`]
    return label ? [{ name, label }] : []
  })

  return (
    <a
      id={id}
      class={isSoldOut ? 'card gone' : 'card'}
      role="option"
      aria-selected={model.active.value === id}
      tabIndex={-1}
      data-id={hit.id}
      {...(href && { href })}
      onClick={(event) => {
        model.selected(hit)
        followLink(event, href, host.follow)
      }}
    >
      <span class="frame">
        <Picture src={image} title={hit.title} onBroken={() => image && model.lose(image)} />
        <span class="marks">
          {marks.map(({ name, label }) => (
            <span key={name} class={`mark ${name}`}>
              {label}
            </span>
          ))}
        </span>
      </span>
      <span class="text">
        <span class="line quiet">{hit.brand}</span>
        {/* The picture's text says it already; an option is read as one name. */}
        <span class="name" aria-hidden={Boolean(image)}>
          {hit.title}
        </span>
        <span class="line price">
          {price.was && <span class="hidden">{texts.price_now} </span>}
          <b>{price.now}</b>
          {price.was && (
            <>
              <span class="hidden"> {texts.price_was}</span> <s>{price.was}</s>
            </>
          )}
        </span>
        <span class="line quiet">
          {rating && (
            <Stars
              value={rating.value}
              count={rating.count}
              label={fill(texts.rating, { value: rating.value, n: rating.count })}
            />
          )}
          {variant && <span class="options">{Object.values(variant.options).join(' · ')}</span>}
        </span>
        <span class={reason && !QUOTED.test(reason) ? 'line reason quoted' : 'line reason'} title={reason}>
          {reason}
        </span>
      </span>
    </a>
  )
}
