/** A feed's link as an address to follow, or undefined when it is no web page (`javascript:` and the like). */
export function safeHref(link: string | undefined, base: string): string | undefined {
  try {
    const address = new URL(link ?? '', base)
    return link && /^https?:$/.test(address.protocol) ? address.href : undefined
  } catch {
    return undefined
  }
}
