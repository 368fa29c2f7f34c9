/** No option is active: the caret stays in the words. */
export const NONE = -1

/** The id of a product's option by its place in the list. */
export const optionId = (index: number): string => `option-${index}`

/**
 * The active option after a key (WAI-ARIA combobox pattern), or undefined where the key belongs to the text field.
 *
 * @param active index of the active option, or `NONE`
 */
export function moveActive(key: string, active: number, count: number): number | undefined {
  if (!count) return undefined
  if (key === 'ArrowDown') return Math.min(active + 1, count - 1)
  if (active === NONE) return undefined
  return { ArrowUp: active - 1, Home: 0, End: count - 1 }[key]
}
