/** Results remembered at once by one function. */
const MOST = 5_000

/** The same function of a text, which does not work out again what it was asked a moment ago. `of` must be pure. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const held = known.get(text)
    if (held !== undefined) return held
    const made = of(text)
    if (known.size >= MOST) known.clear()
    known.set(text, made)
    return made
  }
}
