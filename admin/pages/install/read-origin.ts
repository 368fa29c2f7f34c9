/**
 * What a merchant types as the address of the shop, as an origin: `myshop.com/home` is `https://myshop.com`.
 *
 * @returns null when it is not an address of a web page
 */
export function readOrigin(typed: string): string | null {
  const text = typed.trim()
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (text === '' || /\s/.test(text) || !URL.canParse(withScheme)) return null
  const { protocol, hostname, origin } = new URL(withScheme)
  const isWeb = protocol === 'https:' || protocol === 'http:'
  const isHost = hostname.includes('.') || hostname === 'localhost' || hostname.startsWith('[')
  return isWeb && isHost ? origin : null
}
