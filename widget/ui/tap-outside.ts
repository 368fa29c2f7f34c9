/**
 * Tells of taps on a dialog beside what is in it. Pressed and released there: a selection that only ends outside was not
 * meant to close.
 *
 * @param options ends the listening
 */
export function onTapOutside(
  dialog: HTMLElement,
  onTap: () => void,
  options: { readonly signal: AbortSignal },
): void {
  let pressed: EventTarget | null = null
  dialog.addEventListener('pointerdown', ({ target }) => (pressed = target), options)
  dialog.addEventListener(
    'click',
    ({ target }) => target === dialog && pressed === dialog && onTap(),
    options,
  )
}
