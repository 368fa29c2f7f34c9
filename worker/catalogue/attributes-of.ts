import { asArray, asObject, asText, type Cells } from './cells.ts'
import { optionColumn, useOfColumn } from './field-names.ts'
import { plainText } from './plain-text.ts'
import { isSecretName } from './secret-names.ts'

type Pair = readonly [name: string, value: string]

const MAX_ATTRIBUTES = 100
const MAX_NAME = 100
const MAX_VALUE = 200
const MAX_INGREDIENTS = 2000

/** What exports write where they know nothing. */
export const NO_ANSWER = /^(?:-+|n\/?a|none|null|nan|unknown|undefined|해당\s?없음|없음)$/i

/** A scalar, or a list of scalars joined with commas; undefined for anything deeper. */
const listText = (value: unknown): string | undefined => {
  if (!Array.isArray(value)) return asObject(value) ? undefined : asText(value)
  const texts = value.map((item) => asText(asObject(item)?.['name'] ?? item))
  return texts.includes(undefined) ? undefined : texts.join(', ')
}

const pair = (name: string, value: unknown, limit = MAX_VALUE): readonly Pair[] => {
  const text = listText(value)
  const plain = text === undefined ? undefined : plainText(text, limit + 1)
  const shown = name.trim().replace(/\s*\((?:product|variant)\.metafields[^)]*\)/i, '')
  if (plain === undefined || plain.length > limit || NO_ANSWER.test(plain)) return []
  if (shown === '' || shown.length > MAX_NAME) return []
  return [[shown, plain]]
}

/** `attributes`: { name: value } or WooCommerce's and schema.org's [{ name, value | options | terms }]. */
const stated = (value: unknown): readonly Pair[] => {
  const object = asObject(value)
  if (object) return Object.entries(object).flatMap(([name, item]) => pair(name, item))
  return asArray(value).flatMap((item) => {
    const entry = asObject(item)
    const name = asText(entry?.['name'])
    return name === undefined ? [] : pair(name, entry?.['value'] ?? entry?.['options'] ?? entry?.['terms'])
  })
}

const NOT_FACTS = new Set(['has_options', 'required_options'])

/** Magento's `material=Wool,climate=Cool|Windy`: a comma divides only where a name and "=" follow. */
export const magentoAttributes = (text: string | undefined): readonly Pair[] =>
  (text ?? '').split(/,(?=\w+=)/).flatMap((entry) => {
    const [name = '', ...value] = entry.split('=')
    if (NOT_FACTS.has(name) || useOfColumn(name) === 'ignored') return []
    return pair(name, value.join('=').replaceAll('|', ', '))
  })

/** Free facts in source order: what the source calls attributes first, then columns that fill no field. */
export const attributesOf = (cells: Cells, options: readonly Pair[]): readonly Pair[] => {
  const all = [
    ...cells.all('attributes').flatMap(({ value }) => stated(value)),
    ...magentoAttributes(cells.text('additional_attributes')),
    ...options,
    ...cells.rest.flatMap(({ column, value }) => (optionColumn(column) ? [] : pair(column, value))),
    ...cells.all('ingredients').flatMap(({ column, value }) => pair(column, value, MAX_INGREDIENTS)),
  ]
  const shown = all.filter(([name]) => !isSecretName(name))
  return [...new Map(shown.map(([name, value]) => [name, value])).entries()].slice(0, MAX_ATTRIBUTES)
}
