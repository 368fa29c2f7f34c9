import { decodeHTML } from 'entities'

/** Source characters looked at; what stands behind is cut, so that one huge cell cannot hold a slice up. */
const MAX_SOURCE = 200_000

/** Most cells are plain already. */
const NEEDS_WORK = /[<&\p{Cc}\p{Zs}\u200b\ufeff](?<! )|\s{2}/u

const TAG_START = /[a-z/!]/i
const BLOCK = /^\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|article|dd|dt|dl|hr|blockquote|pre)$/i
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg', 'head', 'title'])

/** Offset of the `>` that closes the tag opened at `from`, quotes respected where they are closed. */
const tagEnd = (html: string, from: number): number => {
  let quote = ''
  const limit = Math.min(html.length, from + 5000)
  for (let at = from; at < limit; at += 1) {
    const char = html.charAt(at)
    if (quote === '' && char === '>') return at
    if (char === quote) quote = ''
    else if (quote === '' && (char === '"' || char === "'")) quote = char
  }
  return html.indexOf('>', from)
}

const withoutTags = (html: string): string => {
  const kept: string[] = []
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const isTag = open !== -1 && TAG_START.test(html.charAt(open + 1))
    const end = isTag ? tagEnd(html, open) : -1
    if (end === -1) {
      // No ">" from here on means that no tag follows either.
      const upTo = open === -1 || isTag ? html.length : open + 1
      kept.push(html.slice(at, upTo))
      at = upTo
      continue
    }
    kept.push(html.slice(at, open))
    const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20))?.[1] ?? ''
    at = end + 1
    if (BLOCK.test(name)) kept.push('\n')
    if (html.startsWith('<!--', open)) at = after(html, '-->', open)
    else if (UNSEEN.has(name.toLowerCase())) {
      const close = html.slice(at).search(new RegExp(`</${name}`, 'i'))
      at = after(html, '>', close === -1 ? -1 : at + close)
    }
  }
  return kept.join('')
}

/** Offset after `mark` at or beyond `from`; the end of the text when there is none. */
const after = (html: string, mark: string, from: number): number => {
  const found = from === -1 ? -1 : html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

/**
 * HTML (or plain text) to plain text: tags, scripts and styles gone, entities decoded, blocks on lines of
 * their own. HTML that a feed escaped once more is unescaped first.
 * @returns undefined when nothing readable is left, as with descriptions that are one long image.
 */
export const plainText = (source: string, maxCharacters: number): string | undefined => {
  if (!NEEDS_WORK.test(source)) return source.slice(0, maxCharacters).trim() || undefined
  const cut = source.slice(0, MAX_SOURCE)
  const escaped =
    !/<[a-z/]/i.test(cut) && /&lt;\/?(?:p|div|br|span|li|ul|b|strong|img|table|h\d)\b/i.test(cut)
  const text = decodeHTML(withoutTags(escaped ? decodeHTML(cut) : cut))
    .replace(/(?![\t\n\r])[\p{Cc}\u200b\ufeff]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
  return text === '' ? undefined : text.slice(0, maxCharacters).trimEnd()
}
