/** A feed's link as an address to follow, or undefined when it is no web page (`javascript:` and the like). */
export function safeHref(link: string | undefined, base: string): string | undefined {
  try {
    const address = new URL(link ?? '', base)
    return link && /^https?:$/.test(address.protocol) ? address.href : undefined
  } catch {
    return undefined
  }
}

/** Where a rule of the shop's may lead: an https page, or one of the site that `base` is on. */
export function ownHref(link: string | undefined, base: string): string | undefined {
  const href = safeHref(link, base)
  return href && (href.startsWith('https:') || new URL(href).origin === new URL(base).origin)
    ? href
    : undefined
}
