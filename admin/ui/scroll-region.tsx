import type { ComponentChildren } from 'preact'

/** A part that scrolls by itself, and therefore can be reached and scrolled with the keyboard. */
export const ScrollRegion = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it a keyboard cannot scroll the part.
  <section class="scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
