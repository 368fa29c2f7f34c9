import type { ComponentChildren } from 'preact'
import type { Hit } from '../../../worker/contract/search.ts'
import { formatMoney, formatNumber, formatShare } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { Bar } from '../../ui/bar.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import type { ExplainedHit, Why } from './explain-hits.ts'

function Price({ hit }: { hit: Hit }) {
  const { price, sale_price: sale, price_label: label, currency } = hit
  if (price === null) return <span>{label ?? texts.value.search.noPrice}</span>
  if (sale === undefined) return <span class="price">{formatMoney(price, currency)}</span>
  return (
    <span class="price">
      {formatMoney(sale, currency)} <s>{formatMoney(price, currency)}</s>
    </span>
  )
}

/** Below this a product of two factors is one but for rounding. */
const LIFT_SHOWN = 0.005

function WhyHere({ why }: { why: Why }) {
  const t = texts.value.search
  const parts = [
    [t.text, why.textShare, formatNumber(why.text, 1)],
    [t.coverage, why.coverage, formatShare(why.coverage)],
    [t.named, why.named, formatShare(why.named)],
    ...(why.serves > 0 ? [[t.serves, why.serves, formatShare(why.serves)] as const] : []),
  ] as const
  const notes = (
    [
      [t.met, why.met],
      [t.unknown, why.unknown],
    ] as const
  ).filter(([, wishes]) => wishes.length > 0)
  const isLifted = Math.abs(why.lift - 1) > LIFT_SHOWN
  return (
    <div class="why-here">
      <dl class="parts">
        {parts.map(([label, share, number]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Bar share={share} />
              <span class="number">{number}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="score">
        <span class="muted">{t.score}</span> <strong>{formatNumber(why.score, 1)}</strong>
        {isLifted && <span class="muted"> {t.lifted(formatNumber(why.lift, 2))}</span>}
        {notes.map(([label, wishes]) => (
          <span class="muted" key={label}>
            {' '}
            · {label}: {wishes.join(', ')}
          </span>
        ))}
      </p>
    </div>
  )
}

/** One result as a shopper sees it, and beside it why it stands there. */
export function HitRow({
  hit,
  place,
  why,
  children,
}: ExplainedHit & { readonly children?: ComponentChildren }) {
  const t = texts.value.search
  const link = hit.variant?.link ?? hit.link
  const options = hit.variant ? Object.values(hit.variant.options).join(' · ') : ''
  const facts = [
    hit.brand,
    options,
    hit.availability === 'in_stock' ? '' : t.availabilities[hit.availability],
  ]
  return (
    <li class="hit">
      <span class="place number">
        <span class="visually-hidden">{t.rank(place)}</span>
        <span aria-hidden="true">{place}</span>
      </span>
      <Thumbnail hit={hit} />
      <div class="hit-facts">
        <h3>
          {link !== undefined && /^https?:\/\//i.test(link) ? (
            <a href={link} target="_blank" rel="noopener noreferrer">
              {hit.title}
            </a>
          ) : (
            hit.title
          )}
        </h3>
        <p>
          <Price hit={hit} />
          {facts.filter(Boolean).map((fact) => (
            <span class="muted" key={fact}>
              {' '}
              · {fact}
            </span>
          ))}
        </p>
        {hit.reason !== undefined && <p class="reason">{hit.reason}</p>}
        {children}
      </div>
      {why ? <WhyHere why={why} /> : <p class="hint why-here">{t.notExplained}</p>}
    </li>
  )
}
