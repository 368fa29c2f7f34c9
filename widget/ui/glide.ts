const GLIDE_MS = 150

/**
 * Lets the children of a list glide to their new places (first, last, invert, play): called before they move, it
 * returns what to call after. Children are known by their `data-id`. Nothing moves under reduced motion.
 */
export function startGlide(list: HTMLElement): () => void {
  const children = (): HTMLElement[] => [...list.children].filter((child) => child instanceof HTMLElement)
  // Offsets, not rectangles: scrolling in between does not change them.
  const before = new Map(
    children().map(({ dataset, offsetLeft, offsetTop }) => [dataset['id'], [offsetLeft, offsetTop] as const]),
  )
  return () => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    for (const child of children()) {
      const [left, top] = before.get(child.dataset['id']) ?? []
      const first =
        left === undefined || top === undefined
          ? { opacity: 0 }
          : { transform: `translate(${left - child.offsetLeft}px,${top - child.offsetTop}px)` }
      child.animate([first, {}], { duration: GLIDE_MS, easing: 'ease-out' })
    }
  }
}
