/** No option is active: the caret stays in the words. */
export const NONE = -1

/**
 * The active option after a key (WAI-ARIA combobox pattern), or undefined where the key belongs to the text field.
 *
 * @param active index of the active option, or `NONE`
 */
export function moveActive(key: string, active: number, count: number): number | undefined {
  if (!count) return undefined
  const isInList = active !== NONE
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, count - 1)
    case 'ArrowUp':
      return isInList ? active - 1 : undefined
    case 'Home':
      return isInList ? 0 : undefined
    case 'End':
      return isInList ? count - 1 : undefined
    default:
      return undefined
  }
}
