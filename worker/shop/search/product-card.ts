import { formatMoney } from '../../catalogue/money.ts'
import { productPriceNow } from '../../catalogue/price-now.ts'
import type { Card, SearchPlan } from '../../ports/retriever.ts'
import type { Presented } from './present-hit.ts'

/** Characters of free text on a card: longer cards cost time and money and did not rank better. */
const CARD_TEXT = 90

/** A product as one line for a model. Reviews never leave the shop on a card. Pure. */
export function productCard(id: string, { product }: Presented, plan: SearchPlan): Card {
  const { amount } = productPriceNow(product, plan.now)
  const facts = product.attributes.map(([name, value]) => `${name} ${value}`).join(', ')
  const text = [product.description ?? '', facts].filter((part) => part !== '').join(' · ')
  return {
    id,
    title: product.title,
    price: amount === null ? (product.priceLabel ?? '') : formatMoney(amount, product.currency, plan.locale),
    category: product.category.at(-1) ?? product.brand ?? '',
    text: text.slice(0, CARD_TEXT),
  }
}
