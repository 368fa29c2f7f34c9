import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { findPersonal, redact } from '../../worker/privacy/redact.ts'

/**
 * Strings with personal data and look-alikes under `test/fixtures/privacy`: those the rules were built with, those
 * written before any rule existed and kept apart, and those written after the rules to see how they do on new ones.
 */
export const redactionSetNames = ['while-building', 'held-out', 'written-after'] as const
export type RedactionSetName = (typeof redactionSetNames)[number]

const texts = z.array(z.string().min(1)).min(1)

const entry = z.strictObject({
  text: z.string().min(1),
  lang: z.enum(['ko', 'en', 'ja']),
  /** What has to go, by kind. */
  take: z
    .partialRecord(
      z.enum([
        'id',
        'passport',
        'licence',
        'customs',
        'card',
        'account',
        'phone',
        'email',
        'address',
        'name',
        'handle',
      ]),
      texts,
    )
    .exactOptional(),
  /** What has to stay, by what it is. Everything stays where nothing has to go. */
  keep: z
    .partialRecord(
      z.enum(['code', 'barcode', 'isbn', 'size', 'price', 'order', 'date', 'quantity', 'word']),
      texts,
    )
    .exactOptional(),
})
export type RedactionEntry = z.infer<typeof entry>

export const readRedactionSet = (name: RedactionSetName): RedactionEntry[] =>
  z
    .array(entry)
    .parse(JSON.parse(readFileSync(new URL(`../fixtures/privacy/${name}.json`, import.meta.url), 'utf8')))

/** One thing that had to go or to stay, and whether it did. */
export interface Judged {
  readonly kind: string
  readonly lang: RedactionEntry['lang']
  readonly text: string
  readonly value: string
  readonly result: string
  readonly right: boolean
}

export interface RedactionFigures {
  readonly taken: readonly Judged[]
  readonly kept: readonly Judged[]
  /** Of what was taken, what got its own mark. */
  readonly named: readonly Judged[]
}

/** The characters of `value` in a text that spans of any, or of one kind lie over. */
function isCovered(text: string, value: string, kind?: string): boolean {
  const found = findPersonal(text)
  const wanted = found.text.indexOf(value.normalize('NFKC'))
  if (wanted < 0) throw new Error(`"${value}" is not in "${text}"`)
  const covers = (place: number): boolean =>
    found.spans.some(
      (span) =>
        span.start <= place &&
        place < span.end &&
        (kind === undefined ? span.kind !== 'order' : span.kind === kind),
    )
  return Array.from({ length: value.normalize('NFKC').length }, (_, index) => index).every(
    (index) => /[\s,]/.test(found.text[wanted + index] ?? '') || covers(wanted + index),
  )
}

function judge(entry: RedactionEntry): RedactionFigures {
  const { text, lang, take = {}, keep = {} } = entry
  const result = redact(text)
  const of = (values: Partial<Record<string, string[]>>): { kind: string; value: string }[] =>
    Object.entries(values).flatMap(([kind, all = []]) => all.map((value) => ({ kind, value })))
  const row = (kind: string, value: string, right: boolean): Judged => ({
    kind,
    lang,
    text,
    value,
    result,
    right,
  })
  const taken = of(take).map(({ kind, value }) => row(kind, value, isCovered(text, value)))
  const untouched = entry.take !== undefined || result === text.normalize('NFKC')
  return {
    taken,
    kept: of(keep).map(({ kind, value }) =>
      row(kind, value, untouched && result.includes(value.normalize('NFKC'))),
    ),
    named: taken
      .filter(({ right }) => right)
      .map((one) => ({ ...one, right: isCovered(text, one.value, one.kind) })),
  }
}

/** Judges every string of a set. */
export function judgeRedaction(entries: readonly RedactionEntry[]): RedactionFigures {
  const all = entries.map(judge)
  return {
    taken: all.flatMap(({ taken }) => taken),
    kept: all.flatMap(({ kept }) => kept),
    named: all.flatMap(({ named }) => named),
  }
}
