import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { locales } from '../../../../worker/contract/vocabulary.ts'
import { type Concept, conceptKinds } from '../../../../worker/search/knowledge/concept.ts'
import { fold } from '../../../../worker/search/text/fold.ts'

const folder = join(import.meta.dirname, '../../../../worker/search/knowledge/concepts')
const files = readdirSync(folder).filter((file) => file.endsWith('.json'))

/** Between so many phrases a line may hold; that of triggers leaves room for Korean inflections. */
const counts = { triggers: [4, 60], kinds: [4, 16], says: [4, 24], not: [1, 16] } as const
type Field = keyof typeof counts

/** Nouns that stand for any product: as a product kind they would let a concept vote for everything. */
const vague = new Set(
  (
    '선물|선물용|상품|제품|아이템|용품|물건|굿즈|세트|소품|잡화|' +
    'gift|gifts|present|item|items|goods|product|products|accessory|accessories|stuff|thing|things|set|' +
    'ギフト|プレゼント|商品|製品|アイテム|グッズ|用品|雑貨|小物|もの|セット'
  ).split('|'),
)

const textOf = z.string().min(1)
const perLanguage = z.strictObject({ ko: textOf, en: textOf, ja: textOf })
const label = z.string().trim().min(1).max(24)
const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    kind: z.enum(conceptKinds),
    label: z.strictObject({ ko: label, en: label, ja: label }),
    triggers: perLanguage,
    kinds: perLanguage,
    says: perLanguage,
    not: z.strictObject({ ko: textOf.optional(), en: textOf.optional(), ja: textOf.optional() }).optional(),
  }),
)

const read = (file: string): Concept[] => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Concept[]

interface Line {
  readonly at: string
  readonly field: Field
  readonly phrases: readonly string[]
}

function linesOf(concept: Concept): Line[] {
  const lines: Line[] = []
  for (const field of Object.keys(counts) as Field[]) {
    for (const locale of locales) {
      const line = concept[field]?.[locale]
      if (line) lines.push({ at: `${concept.id}.${field}.${locale}`, field, phrases: line.split('|') })
    }
  }
  return lines
}

const faultsOf = (concepts: readonly Concept[], isFault: (line: Line, phrase: string) => boolean): string[] =>
  concepts
    .flatMap(linesOf)
    .flatMap((line) => line.phrases.filter((p) => isFault(line, p)).map((p) => `${line.at}: ${p}`))

const allTriggers = (concept: Concept): string[] =>
  linesOf(concept)
    .filter((line) => line.field === 'triggers')
    .flatMap((line) => line.phrases)

describe.each(files)('%s', (file) => {
  const concepts = read(file)

  it('has the shape of concepts', () => {
    expect(schema.safeParse(concepts).error?.issues).toBeUndefined()
  })

  it('holds the concepts of the kind it is named after, each id once', () => {
    const kind = basename(file, '.json')
    expect(concepts.filter((concept) => concept.kind !== kind)).toEqual([])
    expect(new Set(concepts.map((concept) => concept.id)).size).toBe(concepts.length)
  })

  it('has enough phrases in every language, and no endless lists', () => {
    const faults = concepts.flatMap(linesOf).filter(({ field, phrases }) => {
      const [least, most] = counts[field]
      return phrases.length < least || phrases.length > most
    })
    expect(faults.map(({ at, phrases }) => `${at}: ${phrases.length}`)).toEqual([])
  })

  it('holds folded phrases without stray spaces', () => {
    const isStray = (phrase: string): boolean => phrase === '' || /^\s|\s$|\s\s/.test(phrase)
    expect(faultsOf(concepts, (_, phrase) => phrase !== fold(phrase) || isStray(phrase))).toEqual([])
  })

  it('says nothing twice within a list', () => {
    const isTwice = ({ phrases }: Line, phrase: string): boolean =>
      phrases.indexOf(phrase) !== phrases.lastIndexOf(phrase)
    expect(faultsOf(concepts, isTwice)).toEqual([])
  })

  it('lets each trigger stand for one concept, also when it is spaced otherwise', () => {
    const owners = new Map<string, string>()
    const shared: string[] = []
    for (const concept of concepts) {
      for (const trigger of allTriggers(concept)) {
        const key = trigger.replaceAll(/[ -]/g, '')
        const owner = owners.get(key)
        if (owner !== undefined && owner !== concept.id) shared.push(`${trigger}: ${owner}, ${concept.id}`)
        owners.set(key, concept.id)
      }
    }
    expect(shared).toEqual([])
  })

  it('names product kinds that mean something', () => {
    expect(faultsOf(concepts, ({ field }, phrase) => field === 'kinds' && vague.has(phrase))).toEqual([])
  })

  it('does not call a product kind evidence against itself', () => {
    const faults = concepts.flatMap((concept) =>
      locales.flatMap((locale) => {
        const kinds = concept.kinds[locale].split('|')
        return (concept.not?.[locale]?.split('|') ?? [])
          .filter((word) => kinds.includes(word))
          .map((word) => `${concept.id}: ${word}`)
      }),
    )
    expect(faults).toEqual([])
  })
})

/** Ids under which wishes were understood and logged before the lexicon was a file: they stay. */
const landed: readonly (readonly [kind: string, ids: string])[] = [
  [
    'occasion',
    'birthday first-birthday housewarming wedding anniversary engagement interview graduation ' +
      'entrance new-job retirement opening baby-shower hospital parents-day mothers-day fathers-day ' +
      'childrens-day teachers-day christmas new-year holiday valentine white-day hundred-days ' +
      'halloween exam date party camping picnic travel work exercise hiking fishing golf swimming ' +
      'funeral',
  ],
  [
    'recipient',
    'mother father parents elders in-laws grandmother grandfather grandparents wife husband ' +
      'girlfriend boyfriend couple friend daughter son sister older-sister younger-sister brother ' +
      'older-brother younger-brother niece grandchild aunt uncle teacher boss colleague expecting ' +
      'student neighbour host',
  ],
  ['season', 'spring summer autumn winter between-seasons all-seasons rain snow'],
  [
    'place',
    'bedroom living-room kitchen bathroom entrance study office kids-room garden balcony beach ' +
      'car small-home school hotel cafe',
  ],
  [
    'mood',
    'cozy calm romantic cute elegant minimal vintage neat casual trendy natural warm cool soft ' +
      'gentle fun quiet comfortable light sturdy fresh subtle festive',
  ],
]

describe.each(landed)('the %s concepts', (kind, ids) => {
  it('keep the ids that have landed', () => {
    const known = new Set(read(`${kind}.json`).map((concept) => concept.id))
    expect(ids.split(' ').filter((id) => !known.has(id))).toEqual([])
  })
})
