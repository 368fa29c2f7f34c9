import { fold } from '../search/text/fold.ts'
import { goodsNames, otherGoodsNames, type ClassName } from './goods-names.ts'
import type { GoodsNames } from './goods-names.ts'

/** Classes of goods that some law lets say less than others. A product may be of several: a child's toothpaste. */
export const productClasses = [
  'food',
  'health_food',
  'cosmetic',
  'functional_cosmetic',
  'medical_device',
  'quasi_drug',
  'children',
  'alcohol',
  'electronics',
  'household_chemical',
  'other',
] as const
export type ProductClass = (typeof productClasses)[number]

/** What is looked at to tell what a product is. */
export interface ClaimedProduct {
  /** The path, broadest first. */
  readonly category: readonly string[]
  readonly title: string
  /**
   * Everything else that the merchant himself states of it: his word lets a claim pass that only needs proof. Title and
   * category count without being repeated here.
   */
  readonly states?: string | undefined
}

/** Classes as bits, so that a rule is tested with one operation. */
export type ClassMask = number

export const maskOf = (classes: readonly ProductClass[]): ClassMask =>
  classes.reduce((mask, name) => mask | (1 << productClasses.indexOf(name)), 0)

export const classesIn = (mask: ClassMask): ProductClass[] =>
  productClasses.filter((_, index) => (mask & (1 << index)) !== 0)

export const everyClass: ClassMask = (1 << productClasses.length) - 1

/** Goods for which a shopper's experience, repeated by the shop, counts as advertising. */
export const regulated = [
  'food',
  'health_food',
  'cosmetic',
  'functional_cosmetic',
  'medical_device',
  'quasi_drug',
  'alcohol',
] as const satisfies readonly ProductClass[]

function matcher({ cjk, cjkAlone = [], latin }: GoodsNames): (text: string) => boolean {
  const wholeWord = [
    ...cjkAlone.map((names) => `(?<!\\p{L})(?:${names})(?!\\p{L})`),
    `(?<![a-z])(?:${latin.join('|')})(?![a-z])`,
  ]
  const pattern = new RegExp([...cjk, ...wholeWord].join('|'), 'u')
  return (text) => pattern.test(text)
}

const is = Object.fromEntries(
  Object.entries(goodsNames).map(([name, names]) => [name, matcher(names)]),
) as Record<ClassName, (text: string) => boolean>
const isOther = matcher(otherGoodsNames)
const isEdible = (text: string): boolean => is.food(text) || is.alcohol(text)

/** Decisive wherever they stand. */
const anywhere = [
  'health_food',
  'cosmetic',
  'medical_device',
  'quasi_drug',
  'children',
  'electronics',
  'household_chemical',
] as const
const cosmetic = maskOf(['cosmetic'])
const quasiDrug = maskOf(['quasi_drug'])
const care = maskOf(['health_food', 'cosmetic', 'medical_device', 'quasi_drug'])

/**
 * What a product is, by the words of its category path and title in Korean, English or Japanese. Of food and
 * kitchenware the deepest category that tells them apart decides ("Kitchen > Tea > Teapots"); the title is asked where
 * none does. Doubt counts as the stricter class: the price of a mistake is then one sentence less. Pure.
 */
export function classMask({ category, title }: ClaimedProduct): ClassMask {
  const path = category.flatMap((step) => fold(step).split('>'))
  const name = fold(title)
  const texts = [...path, name]
  let mask = maskOf(anywhere.filter((className) => texts.some(is[className])))
  // Toothpaste stands in the beauty department and is no cosmetic.
  if ((mask & quasiDrug) !== 0 && !is.cosmetic(name)) mask &= ~cosmetic
  if ((mask & cosmetic) !== 0 && texts.some(is.functional_cosmetic)) {
    mask = (mask & ~cosmetic) | maskOf(['functional_cosmetic'])
  }
  if ((mask & care) === 0) {
    const telling = path.findLast((step) => isEdible(step) !== isOther(step))
    if (telling === undefined ? is.food(name) || (is.alcohol(name) && !isOther(name)) : isEdible(telling)) {
      mask |= maskOf(['food'])
      if (is.alcohol(name) || (telling !== undefined && is.alcohol(telling))) mask |= maskOf(['alcohol'])
    }
  } else if (isEdible(name) || path.some(isEdible)) mask |= maskOf(['food'])
  return (mask & ~maskOf(['children'])) === 0 ? mask | maskOf(['other']) : mask
}
