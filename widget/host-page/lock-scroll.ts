/**
 * Keeps the page behind the overlay still. A classic scrollbar leaves its gutter behind, so that nothing shifts.
 *
 * @returns puts everything back as it was
 */
export function lockScroll(): () => void {
  const page = document.documentElement
  const { overflow, scrollbarGutter } = page.style
  if (innerWidth > page.clientWidth) page.style.scrollbarGutter = 'stable'
  page.style.overflow = 'hidden'
  return () => {
    page.style.overflow = overflow
    page.style.scrollbarGutter = scrollbarGutter
  }
}
