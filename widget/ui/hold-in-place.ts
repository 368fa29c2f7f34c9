/**
 * Keeps what is being read where it is on the screen when something comes above it: called before, it returns what to
 * call after.
 *
 * @param scroller scrolls by as much as `content` would have moved, as far as it can
 */
export function holdInPlace(scroller: Element, content: Element): () => void {
  const top = (): number => content.getBoundingClientRect().top
  const before = top()
  return () => {
    scroller.scrollTop += top() - before
  }
}
