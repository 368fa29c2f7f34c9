import { plainText } from './plain-text.ts'

const MAX_LEVELS = 10

const clean = (level: string): string => plainText(level, 200) ?? ''

const levelsOf = (levels: readonly string[]): readonly string[] =>
  levels
    .map(clean)
    .filter(
      (level) => level !== '' && !/^(?:default category|root catalog|unknown|uncategori[sz]ed)$/i.test(level),
    )

/**
 * One category text as a path, broadest first. ">" always divides; "/" does with spaces around it, or when
 * it divides into three or more, because "Audio/Video" is one name. "|" never does.
 */
export const categoryPath = (text: string): readonly string[] => {
  if (/[>›»]/.test(text)) return levelsOf(text.split(/\s*[>›»]+\s*/)).slice(0, MAX_LEVELS)
  const parts = text.split(/\s+\/\s+/)
  const slashed = parts.length > 1 ? parts : text.split('/')
  const divides = parts.length > 1 || (slashed.length > 2 && slashed.every((part) => !/^\s|\s$/.test(part)))
  return levelsOf(divides ? slashed : [text]).slice(0, MAX_LEVELS)
}

/**
 * A cell that lists several paths (Magento "A/B,C/D", WooCommerce "A > B, C"): the deepest one, the first
 * where several are as deep. A backslash keeps a comma inside a name.
 */
export const deepestCategory = (text: string): readonly string[] =>
  text
    .split(/(?<!\\),/)
    .map((path) => path.replaceAll('\\,', ','))
    .map((path) => (/[>›»]/.test(path) ? categoryPath(path) : levelsOf(path.split('/')).slice(0, MAX_LEVELS)))
    .reduce((deepest, path) => (path.length > deepest.length ? path : deepest), [])

/** A JSON array is one path; its elements are names or objects with a name. */
export const categoryFromArray = (values: readonly string[]): readonly string[] => {
  const [only] = values
  if (values.length === 1 && only !== undefined) return categoryPath(only)
  return levelsOf(values).slice(0, MAX_LEVELS)
}
