const MAX_LINK = 2000

/**
 * A link that is safe to put into a page: http(s) or site-relative, else undefined. A protocol-relative one
 * becomes https; a bare file name or any other scheme is dropped.
 */
export const safeLink = (text: string | undefined): string | undefined => {
  if (text === undefined) return undefined
  const trimmed = text.trim()
  const absolute = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed.replace(/^(?=www\.)/i, 'https://')
  if (absolute.length > MAX_LINK || /[\p{Cc}\\]/u.test(absolute)) return undefined
  const relative = absolute.startsWith('/')
  if (!relative && !/^https?:\/\/[^/]/i.test(absolute)) return undefined
  if (!URL.canParse(absolute, 'https://shop.invalid')) return undefined
  return absolute.replace(/\s/g, '%20')
}
