/**
 * Keeps `--height` and `--top` of an element at what a phone's on-screen keyboard leaves visible, in CSS pixels.
 *
 * @returns stops watching
 */
export function watchViewport(element: HTMLElement): () => void {
  const viewport = window.visualViewport
  if (!viewport) return () => {}
  const follow = (): void => {
    // Zoomed in by hand, the visible part is the shopper's choice and not the keyboard's.
    if (viewport.scale > 1.01) return
    element.style.setProperty('--height', `${viewport.height}px`)
    element.style.setProperty('--top', `${viewport.offsetTop}px`)
  }
  follow()
  const watched = new AbortController()
  viewport.addEventListener('resize', follow, watched)
  viewport.addEventListener('scroll', follow, watched)
  return () => watched.abort()
}
