import { formatMoney } from '../../catalogue/money.ts'
import { productPriceNow } from '../../catalogue/price-now.ts'
import type { Card, SearchPlan, Statement } from '../../ports/retriever.ts'
import { sentencesOf } from '../../search/text/sentences.ts'
import type { Presented } from './present-hit.ts'

/** Characters of free text on a card: longer cards cost time and money and did not rank better. */
const CARD_TEXT = 90

/** Characters looked at for whole statements: a denial may follow far behind what a card shows. */
const WHOLE_TEXT = 600

/** A product as one line for a model. Reviews never leave the shop on a card. Pure. */
export function productCard(id: string, { product }: Presented, plan: SearchPlan): Card {
  const { amount } = productPriceNow(product, plan.now)
  const description = product.description ?? ''
  const facts = product.attributes.map(([name, value]) => `${name} ${value}`)
  const text = [description, facts.join(', ')].filter((part) => part !== '').join(' · ')
  return {
    id,
    title: product.title,
    price: amount === null ? (product.priceLabel ?? '') : formatMoney(amount, product.currency, plan.locale),
    category: product.category.at(-1) ?? product.brand ?? '',
    text: text.slice(0, CARD_TEXT),
    ...(plan.quotable ? { statements: statementsBegun(description, facts) } : {}),
  }
}

/** Of a description and facts the statements that a card's text holds any of. */
function statementsBegun(description: string, facts: readonly string[]): Statement[] {
  const statements = [
    ...sentencesOf(description.slice(0, WHOLE_TEXT)).map((text) => ({ text, isFact: false })),
    ...facts.map((text) => ({ text, isFact: true })),
  ]
  let at = 0
  return statements.filter(({ text }) => {
    const isBegun = at < CARD_TEXT && text !== '' && text.length <= WHOLE_TEXT
    at += text.length + 1
    return isBegun
  })
}
