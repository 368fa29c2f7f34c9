/** Zero-width, bidirectional and other characters nobody sees, and halves of broken pairs. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]/gu
const breaks = /[\s\p{Cc}]+/gu

/** Untrusted text as one visible line: line breaks and control characters become spaces, unseen ones go. */
export function plainLine(text: string): string {
  return text.replace(breaks, ' ').replace(unseen, '').replace(/ {2,}/g, ' ').trim()
}

/** At most `most` UTF-16 units, never half of a surrogate pair; what was cut ends in an ellipsis. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  if (most < 1) return ''
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
