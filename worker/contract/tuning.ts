import { z } from 'zod'
import { banner, hit } from './search.ts'
import { LIMITS, TUNING, availabilities, queryMatches } from './vocabulary.ts'

/** What the merchant tunes by hand: synonyms and rules. Every list is replaced as a whole. */

const letter = /[\p{L}\p{N}]/u
const id = z.string().regex(/^[\w-]{1,40}$/, 'letters, digits, - and _, at most 40 of them')

/** One word or a few that belong together, as a shopper would type them. */
const phrase = (mostWords: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(TUNING.wordCharacters)
    .refine((text) => letter.test(text), 'at least one letter or digit')
    .refine((text) => text.split(/\s+/u).length <= mostWords, `at most ${mostWords} words in one phrase`)

const synonymPhrase = phrase(TUNING.phraseWords)

const twoWay = z.strictObject({
  id: id.optional(),
  kind: z.literal('two_way'),
  /** Each stands for every other. */
  words: z.array(synonymPhrase).min(2).max(TUNING.wordsOfSynonym),
})
const oneWay = z.strictObject({
  id: id.optional(),
  kind: z.literal('one_way'),
  /** What a shopper types. */
  from: synonymPhrase,
  /** What is searched too. */
  to: z.array(synonymPhrase).min(1).max(TUNING.wordsOfSynonym),
})

const spoken = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ')

/** Paths of texts that are an earlier one once more. */
const repeats = (texts: readonly string[]): number[] =>
  texts.flatMap((text, index) =>
    texts.slice(0, index).some((other) => spoken(other) === spoken(text)) ? [index] : [],
  )

const uniqueIds = (entries: readonly { id?: string | undefined }[], report: (index: number) => void) => {
  const seen = new Set<string>()
  entries.forEach(({ id: own }, index) => {
    if (own !== undefined && seen.has(own)) report(index)
    if (own !== undefined) seen.add(own)
  })
}

const repeated = (path: readonly (string | number)[]) => ({
  code: 'custom' as const,
  path: [...path],
  message: 'a text that is not in this list already',
})
const repeatedId = (list: string) => (index: number) => ({
  code: 'custom' as const,
  path: [list, index, 'id'],
  message: 'an id no other entry has: leave it out for a new entry',
})

/** The version a change was made from; left out, the change is made whatever others did meanwhile. */
const ifVersion = z.number().int().min(0).optional()

export const synonymsRequest = z
  .strictObject({
    synonyms: z.array(z.discriminatedUnion('kind', [twoWay, oneWay])).max(TUNING.synonyms),
    if_version: ifVersion,
  })
  .superRefine(({ synonyms }, context) => {
    synonyms.forEach((entry, index) => {
      const [field, texts] =
        entry.kind === 'two_way'
          ? (['words', entry.words] as const)
          : (['to', [entry.from, ...entry.to]] as const)
      const shift = entry.kind === 'two_way' ? 0 : 1
      for (const at of repeats(texts)) context.addIssue(repeated(['synonyms', index, field, at - shift]))
    })
    uniqueIds(synonyms, (index) => context.addIssue(repeatedId('synonyms')(index)))
  })
export type SynonymsRequest = z.infer<typeof synonymsRequest>

export const synonym = z.discriminatedUnion('kind', [twoWay.extend({ id }), oneWay.extend({ id })])
export type Synonym = z.infer<typeof synonym>

/** Goes up by one with every change; 0 before the first. */
const version = z.number()

export const synonymsResponse = z.object({ version, synonyms: z.array(synonym) })
export type SynonymsResponse = z.infer<typeof synonymsResponse>

/**
 * `https://…` or `/…`. Browsers read a backslash as a slash and drop tabs and line breaks, so none of them may be
 * there: `/\host` is another host.
 */
const link = z
  .string()
  .trim()
  .max(1000)
  .regex(
    /^(?:https:\/\/[^\s\\/?#@]+(?:[/?#][^\s\\]*)?|\/(?![/\\])[^\s\\]*)$/iu,
    'an address that begins with https:// or with / of your own site',
  )

const isMoment = (text: string) =>
  z.iso.date().safeParse(text).success || z.iso.datetime({ offset: true }).safeParse(text).success
const moment = z
  .string()
  .refine(isMoment, 'a date such as 2026-11-01 or a time such as 2026-11-01T09:00:00+09:00')

const text = z.string().trim().min(1).max(200)
const texts = z.array(text).min(1).max(TUNING.valuesOfCondition)

const range = (low: number, high: number) =>
  z
    .strictObject({
      min: z.number().min(low).max(high).optional(),
      max: z.number().min(low).max(high).optional(),
    })
    .refine(({ min, max }) => min !== undefined || max !== undefined, 'min, max or both')
    .refine(
      ({ min, max }) => min === undefined || max === undefined || min <= max,
      'a max that is not below min',
    )

const most = Number.MAX_SAFE_INTEGER / 1000

/** Which products are meant: every condition that is given has to hold, of a list any value. */
export const productWhere = z
  .strictObject({
    /** Ids. */
    products: texts.optional(),
    /** Category paths; what lies under one is meant too. */
    category: texts.optional(),
    brand: texts.optional(),
    attributes: z
      .array(z.strictObject({ name: text, values: texts }))
      .min(1)
      .max(10)
      .optional(),
    availability: z.array(z.enum(availabilities)).min(1).max(availabilities.length).optional(),
    /** Percent of the price that is left after the cost. A product without a known margin is not meant. */
    margin: range(-1000, 100).optional(),
    /** Major units, what a shopper pays now. A product without a price is not meant. */
    price: range(0, most).optional(),
    /** Created at most so many days ago. */
    newer_than_days: z.number().int().min(1).max(3650).optional(),
    /** Created more than so many days ago. */
    older_than_days: z.number().int().min(1).max(3650).optional(),
    /** Mean of stars, 1 to 5. A product without ratings is not meant. */
    rating: range(0, 5).optional(),
  })
  .refine(
    (where) => Object.values(where).some((condition) => condition !== undefined),
    'at least one condition, such as products, category or brand',
  )
export type ProductWhere = z.infer<typeof productWhere>

const by = z.number().min(1).max(10)

export const ruleAction = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('pin'),
    /** A product's id. */
    product: text,
    /** 1 is the first. */
    position: z.number().int().min(1).max(TUNING.pinPosition),
    /** True: it stays there when it is sold out. */
    even_sold_out: z.boolean().optional(),
  }),
  /** Multiplies (boost) or divides (bury) what the order goes by. */
  z.strictObject({ do: z.literal('boost'), by, where: productWhere }),
  z.strictObject({ do: z.literal('bury'), by, where: productWhere }),
  z.strictObject({ do: z.literal('hide'), where: productWhere }),
  z.strictObject({ do: z.literal('redirect'), link }),
  z.strictObject({
    do: z.literal('banner'),
    title: z.string().trim().min(1).max(120),
    text: z.string().trim().min(1).max(300).optional(),
    link: link.optional(),
    image_link: link.optional(),
  }),
])
export type RuleAction = z.infer<typeof ruleAction>

/** When a rule holds; what is left out does not matter. */
export const ruleWhen = z
  .strictObject({
    query: z
      .strictObject({
        match: z.enum(queryMatches),
        /** Any of them. */
        words: z.array(phrase(TUNING.ruleWords)).max(TUNING.wordsOfRule).default([]),
      })
      .superRefine(({ match, words }, context) => {
        if (match === 'any' && words.length > 0) {
          context.addIssue({ code: 'custom', path: ['words'], message: 'no words where any query matches' })
        }
        if (match !== 'any' && words.length === 0) {
          context.addIssue({ code: 'custom', path: ['words'], message: 'at least one word' })
        }
      })
      .optional(),
    /** The category that is browsed or filtered by, or one that lies over it. */
    category: text.optional(),
    /** Id of a market. */
    market: z.string().min(1).max(50).optional(),
    /** From this time or the beginning of this day. A day without a zone is the shop's: +09:00 in Korea and Japan, else UTC. */
    from: moment.optional(),
    /** Until this time or the end of this day. */
    to: moment.optional(),
    /** true: only without a query; false: only with one. */
    browsing: z.boolean().optional(),
  })
  .superRefine(({ from, to, query, browsing }, context) => {
    if (from !== undefined && to !== undefined && Date.parse(to) < Date.parse(from)) {
      context.addIssue({ code: 'custom', path: ['to'], message: 'a time that is not before from' })
    }
    if (query !== undefined && browsing === true) {
      context.addIssue({
        code: 'custom',
        path: ['browsing'],
        message: 'false, or no query: who browses has none',
      })
    }
  })

const rule = z.strictObject({
  id: id.optional(),
  name: z.string().trim().min(1).max(100),
  enabled: z.boolean().default(true),
  when: ruleWhen,
  then: z.array(ruleAction).min(1).max(TUNING.actionsOfRule),
})

const ruleList = z.array(rule).max(TUNING.rules)
const checkIds = (
  { rules }: { rules: readonly { id?: string | undefined }[] },
  context: z.RefinementCtx,
): void => uniqueIds(rules, (index) => context.addIssue(repeatedId('rules')(index)))

export const rulesRequest = z
  .strictObject({
    /** The first of two rules that want the same place has it. */
    rules: ruleList,
    if_version: ifVersion,
  })
  .superRefine(checkIds)
export type RulesRequest = z.infer<typeof rulesRequest>

export const storedRule = rule.extend({ id })
export type Rule = z.infer<typeof storedRule>

export const rulesResponse = z.object({ version, rules: z.array(storedRule) })
export type RulesResponse = z.infer<typeof rulesResponse>

/** A try of rules that are not saved. */
export const rulesPreviewRequest = z
  .strictObject({
    rules: ruleList,
    /** What to compare with; left out, the saved rules. */
    against: ruleList.optional(),
    q: z.string().max(LIMITS.queryCharacters).default(''),
    category: text.optional(),
    market: z.string().max(50).optional(),
    locale: z.string().max(20).optional(),
  })
  .superRefine(checkIds)
export type RulesPreviewRequest = z.infer<typeof rulesPreviewRequest>

/** Why a rule that matched did not do one thing. */
export const actionCodes = [
  /** No such product, or one that this shopper may not see here. */
  'not_shown',
  'sold_out',
  /** A rule hides it. */
  'hidden',
  /** An earlier pin has the place. */
  'position_taken',
  /** An earlier rule pins the product. */
  'already_pinned',
  /** The shopper asked for an order of their own. */
  'sorted',
  /** No product of the list is meant. */
  'no_product',
  /** An earlier rule leads elsewhere. */
  'already_redirected',
  /** Banners and redirects belong to the first page. */
  'later_page',
] as const

/** Why a rule did not match. */
export const unmatchedCodes = [
  'disabled',
  'not_begun',
  'ended',
  'other_market',
  'other_category',
  'other_query',
  'needs_query',
  'needs_browsing',
] as const

const actionTrace = z.object({
  do: z.enum(['pin', 'boost', 'bury', 'hide', 'redirect', 'banner']),
  /** What kept it from doing anything. */
  because: z.enum(actionCodes).optional(),
  /** How many products it concerned. */
  count: z.number().optional(),
  /** The first of them. Places count from 1; from null: retrieval had not found it, to null: it is gone. */
  products: z
    .array(z.object({ id: z.string(), from: z.number().nullable(), to: z.number().nullable() }))
    .optional(),
  /** What its score was multiplied by. */
  factor: z.number().optional(),
})

/** What synonyms and rules made of one search. */
export const tuningTrace = z.object({
  synonyms: z.array(z.object({ ids: z.array(z.string()), from: z.string(), to: z.array(z.string()) })),
  rules: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      matched: z.boolean(),
      because: z.enum(unmatchedCodes).optional(),
      did: z.array(actionTrace),
    }),
  ),
})
export type TuningTrace = z.infer<typeof tuningTrace>
export type ActionTrace = z.infer<typeof actionTrace>

const previewList = z.object({ hits: z.array(hit), total: z.number() })

export const rulesPreviewResponse = z.object({
  before: previewList,
  after: previewList,
  redirect: z.object({ link: z.string() }).optional(),
  banners: z.array(banner).optional(),
  tuning: tuningTrace,
})
export type RulesPreviewResponse = z.infer<typeof rulesPreviewResponse>
