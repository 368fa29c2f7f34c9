import type { ClaimRuleId } from '../../worker/contract/claims.ts'

/** Why the claims guard holds a text back, as the merchant reads it. */
export const claimsMessages = {
  title: 'Searchable, not shown',
  text: 'Shoppers find products by these tags, but no row, card or suggestion says them: they would be a claim about goods they may not be made about.',
  tag: 'Tag',
  products: 'Products',
  why: 'Why',
  count: (count: number): string => count.toLocaleString('en'),
  needs: {
    never: 'It stays hidden for these goods.',
    proof: 'It is shown for products whose own data says so, or that you tag by hand.',
  },
  because: {
    personal: 'It may name a person.',
    'private-matter': 'It speaks of a family’s own matter.',
    testimonial: 'Reviews of these goods count as advertising.',
    experience: 'A reviewer speaks of an effect on the body.',
    'food-disease': 'It ties food to an illness or a cure.',
    'food-function': 'It promises that food does something for the body.',
    'food-nutrition': 'It is a nutrition claim, which has limits set by law.',
    'food-free-from': 'It says what is not in the product, which must be certain.',
    'cosmetic-medicine': 'It makes a cosmetic sound like medicine.',
    'cosmetic-functional': 'Only certified functional cosmetics may say it.',
    'functional-uncertified': 'The product does not state this function itself.',
    'cosmetic-gentleness': 'Gentleness and age claims need a test.',
    'sunscreen-water': 'Sunscreen may not promise full protection.',
    'medical-effect': 'Advertising of medical goods is reviewed beforehand.',
    'medicine-like-goods': 'It gives ordinary goods a medical effect.',
    superlative: 'Best, first and only need evidence.',
    comparison: 'A comparison needs evidence.',
    guarantee: 'It promises a result.',
    approval: 'Approvals and awards need proof.',
    scarcity: 'It hurries the shopper.',
    green: 'Environmental claims need proof.',
    'natural-organic': 'Organic, natural and vegan need a certificate or proof.',
    origin: 'Where something is made needs proof.',
    'child-safety': 'Safety for children, pets or pregnancy needs a certificate.',
    'child-development': 'It promises that a child will develop.',
    'alcohol-audience': 'It ties alcohol to minors, pregnancy or driving.',
    'alcohol-effect': 'It says that alcohol does good.',
    'chemical-safety': 'Household chemicals may not be called harmless.',
    'device-performance': 'Such a performance needs a test.',
  } satisfies Record<ClaimRuleId, string> as Record<ClaimRuleId, string>,
}

export type ClaimsMessages = typeof claimsMessages
