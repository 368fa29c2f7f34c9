import type { ClaimNeeds, ClaimRuleId } from '../contract/claims.ts'
import { fold } from '../search/text/fold.ts'
import { plainLine } from '../search/text/plain-line.ts'
import { withoutBenign } from './benign-phrases.ts'
import { phrasePattern } from './phrase-pattern.ts'
import { classMask, everyClass, maskOf, type ClaimedProduct, type ClassMask } from './product-class.ts'
import { claimSources, type ClaimRule, type ClaimSource } from './rule.ts'
import { advertisingRules } from './rules/advertising-rules.ts'
import { goodsRules } from './rules/goods-rules.ts'
import { healthRules } from './rules/health-rules.ts'
import { quotationRules } from './rules/quotation-rules.ts'

/** In the order in which they are asked; the first that speaks names the law. */
export const claimRules: readonly ClaimRule[] = [
  ...quotationRules,
  ...healthRules,
  ...goodsRules,
  ...advertisingRules,
]

export interface Blocked {
  readonly display: false
  readonly because: ClaimRuleId
  /** Short name, with its article. */
  readonly law: string
  /** `proof`: the merchant's own word would lift it. */
  readonly needs: ClaimNeeds
}

export type ClaimVerdict = { readonly display: true } | Blocked

export interface ClaimedText {
  readonly text: string
  /** null: said by the shop as a whole; then the text's own words tell what it speaks of ("아토피 로션"). */
  readonly product: ClaimedProduct | null
  readonly source: ClaimSource
}

interface CompiledRule {
  readonly id: ClaimRuleId
  readonly classes: ClassMask
  readonly needs: ClaimNeeds
  readonly lists: readonly {
    readonly law: string
    readonly pattern: RegExp
    /** One pattern a line: what the merchant must state himself. */
    readonly topics: readonly RegExp[]
  }[]
  /** Blocks whatever the text says. */
  readonly law: string | undefined
}

const compiled = (rule: ClaimRule): CompiledRule => ({
  id: rule.id,
  classes: rule.classes === 'every' ? everyClass : maskOf(rule.classes),
  needs: rule.needs,
  lists: rule.lists.map(({ language, law, phrases }) => ({
    law,
    pattern: new RegExp(phrasePattern({ language, phrases }), 'u'),
    topics:
      rule.needs === 'never'
        ? []
        : phrases.map((line) => new RegExp(phrasePattern({ language, phrases: [line] }), 'u')),
  })),
  law: rule.law,
})

/** The rules of one source, and what no text is free of without being free of them all. */
interface Rulebook {
  readonly rules: readonly CompiledRule[]
  readonly any: RegExp
  /** Some rule asks no words. */
  readonly isWordless: boolean
}

/** To these a claim that needs proof is open. */
const freer: readonly ClaimSource[] = ['merchant', 'shoppers']

const rulebooks = new Map<ClaimSource, Rulebook>(
  claimSources.map((source) => {
    const rules = claimRules.filter(
      ({ needs, sources }) =>
        (sources?.includes(source) ?? true) && !(needs === 'proof' && freer.includes(source)),
    )
    const phrases = new Set(rules.flatMap(({ lists }) => lists.map((list) => phrasePattern(list))))
    return [
      source,
      {
        rules: rules.map(compiled),
        any: new RegExp([...phrases].join('|'), 'u'),
        isWordless: rules.some(({ law }) => law !== undefined),
      },
    ]
  }),
)

const shown: ClaimVerdict = { display: true }

const statedBy = ({ category, title, states = '' }: ClaimedProduct): string =>
  withoutBenign(fold([title, ...category, states].join(' | ')))

/** The law that the text breaks, unless the merchant states all the same where that is enough. */
function lawBroken(rule: CompiledRule, text: string, stated: () => string): string | undefined {
  if (rule.law !== undefined) return rule.law
  const broken = rule.lists.find(({ pattern }) => pattern.test(text))
  if (!broken) return undefined
  if (rule.needs === 'never') return broken.law
  const topicsOf = (of: string) =>
    rule.lists.flatMap(({ topics }) => topics.flatMap((topic, index) => (topic.test(of) ? [index] : [])))
  const proven = new Set(topicsOf(stated()))
  return topicsOf(text).every((topic) => proven.has(topic)) ? undefined : broken.law
}

/**
 * A judge of what may be said of one product. What it is, is found out when a text first makes that matter; most
 * texts hold no word of any claim. Pure.
 */
export function claimsJudge(
  product: ClaimedProduct | null,
): (text: string, source: ClaimSource) => ClaimVerdict {
  let mask: ClassMask | undefined
  let stated: string | undefined
  return (text, source) => {
    const book = rulebooks.get(source)
    if (!book) return shown
    const folded = fold(plainLine(text))
    if (!book.isWordless && !book.any.test(folded)) return shown
    const said = withoutBenign(folded)
    const classes = product ? (mask ??= classMask(product)) : classMask({ category: [], title: text })
    const statements = () => (stated ??= product ? statedBy(product) : '')
    for (const rule of book.rules) {
      if ((rule.classes & classes) === 0) continue
      const law = lawBroken(rule, said, statements)
      if (law !== undefined) return { display: false, because: rule.id, law, needs: rule.needs }
    }
    return shown
  }
}

/**
 * Whether a text says anything that some class of goods may not have said of it; what says nothing of the kind need
 * not be judged product by product. Pure.
 */
export const holdsClaim = (text: string, source: ClaimSource): boolean =>
  rulebooks.get(source)?.any.test(withoutBenign(fold(plainLine(text)))) ?? false

/** Whether a text may be displayed as the shop's statement about a product, or about no one product. Pure. */
export const judgeClaim = ({ text, product, source }: ClaimedText): ClaimVerdict =>
  claimsJudge(product)(text, source)
