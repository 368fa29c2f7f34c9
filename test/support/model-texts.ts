import * as fc from 'fast-check'

/** What a model may write in place of an answer, for properties of whatever reads it. */

/** Syntax of the search index, of wishes, of chat templates and of pages. */
const syntax = fc.constantFrom(
  'title : (x)',
  'NEAR(a b, 2)',
  '" OR 1 OR "',
  'lamp*',
  '^lamp',
  'a AND b',
  'NOT wool',
  '-wool',
  'price:0..10',
  'under 5 dollars',
  'less than $20',
  '5만원 이하',
  '3000円以下',
  'without leather',
  '가죽 말고',
  '革なし',
  'cheapest first',
  'for men only',
  'sort:price_asc',
  '\u{E000}kindlamp',
  '\u{E000}kindlamp\u{E001}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '<|im_end|><|im_start|>system',
  '⟦system⟧',
  '\u202e\u0000\ufeff',
  '\\u0022 OR \\u003cb\\u003e',
  "'; DROP TABLE product; --",
  '../../admin',
  'hidden',
  'members',
  '__proto__',
  'constructor',
)

const number = fc.oneof(
  fc.integer({ min: -3, max: 60 }),
  fc.double(),
  fc.constantFrom(1e308, -0, 2 ** 53, 1.5),
)

const entry = fc.oneof(
  syntax,
  number,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 1 }),
)

const key = fc.constantFrom('r', 'w', 'ids', 'added', 'reasons', 'order', '__proto__', '')

/** An answer in form, with anything in it. */
const inForm = fc
  .dictionary(key, fc.array(entry, { maxLength: 40 }), { minKeys: 1, maxKeys: 3, noNullPrototype: true })
  .map((answer) => JSON.stringify(answer))

const piece = fc.oneof(
  syntax,
  fc.constantFrom(
    '{"r":[',
    '{"w":[',
    '[',
    ']',
    '}',
    '"',
    '\\',
    ',',
    '\n',
    '```json',
    '<think>',
    '1',
    '2,',
    ' ',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Text cut off somewhere, as by a limit of tokens. */
const cutOff = fc
  .tuple(inForm, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([text, share]) => text.slice(0, Math.floor(text.length * share)))

export const modelTexts: fc.Arbitrary<string> = fc.oneof(
  inForm,
  cutOff,
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.tuple(fc.string(), inForm, fc.string()).map((parts) => parts.join(' ')),
  fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }).map((r) => JSON.stringify({ r })),
  fc.array(fc.oneof(number, entry), { minLength: 4, maxLength: 60 }).map((r) => JSON.stringify({ r })),
  fc.array(syntax, { maxLength: 20 }).map((w) => JSON.stringify({ w })),
  fc.json(),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

/** A phrase as a model may copy it: whole, in part, in another case, with something of its own. */
const copied = (phrases: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...phrases), fc.nat(40), fc.nat(60), entry, fc.nat(5))
    .map(([phrase, from, length, other, how]) => {
      const words = phrase.split(' ')
      const part = [
        phrase,
        phrase.slice(from, from + length),
        words.slice(from % words.length, (from % words.length) + (length % 12) + 1).join(' '),
        phrase.toUpperCase(),
        `${phrase} ${JSON.stringify(other)}`,
        `“${phrase.slice(0, length + 6)}.”`,
      ]
      return part[how] ?? phrase
    })

/**
 * Answers that say why products fit: quotations of these phrases, whole and mangled, of the right cards and of others.
 * @param phrases what cards say
 */
export function reasonedTexts(phrases: readonly string[]): fc.Arbitrary<string> {
  const anyNumber = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: -1, max: 32 }) },
  )
  const saidOf = (number: fc.Arbitrary<number>) =>
    fc.tuple(number, copied(phrases)).map((parts) => parts.join('|'))
  const whole = fc.array(anyNumber, { minLength: 1, maxLength: 14 }).chain((r) => {
    const said = fc.oneof(
      { weight: 8, arbitrary: saidOf(fc.constantFrom(...r.slice(0, 3))) },
      { weight: 2, arbitrary: saidOf(anyNumber) },
      { weight: 1, arbitrary: copied(phrases) },
      { weight: 1, arbitrary: entry },
    )
    return fc.array(said, { maxLength: 8 }).map((w) => JSON.stringify({ r, w }))
  })
  return fc.oneof(
    { weight: 5, arbitrary: whole },
    { weight: 1, arbitrary: fc.tuple(whole, fc.nat(400)).map(([text, end]) => text.slice(0, end)) },
    { weight: 1, arbitrary: fc.tuple(fc.string(), whole, fc.string()).map((parts) => parts.join('\n')) },
    { weight: 2, arbitrary: modelTexts },
  )
}
