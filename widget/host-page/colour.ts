/** Red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

/**
 * What a computed style's colour looks like on screen.
 *
 * @returns undefined for one that is mostly transparent, or that this browser cannot resolve
 */
export function parseColour(text: string): Colour | undefined {
  let parts = text.startsWith('rgb') ? (text.match(/[\d.]+/g) ?? []).map(Number) : []
  if (!parts.length) {
    // Themes write oklch() and color(), and computed styles keep them: let the browser paint one pixel.
    const pen = document.createElement('canvas').getContext('2d')
    if (!pen) return undefined
    pen.fillStyle = text
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data
    parts = [red, green, blue, alpha / 255]
  }
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts
  return alpha < 0.5 ? undefined : [red, green, blue]
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** `share` of `one`, the rest of `other`. */
export const mix = (one: Colour, other: Colour, share: number): Colour => [
  one[0] * share + other[0] * (1 - share),
  one[1] * share + other[1] * (1 - share),
  one[2] * share + other[2] * (1 - share),
]

export const BLACK: Colour = [0, 0, 0]
export const WHITE: Colour = [255, 255, 255]

/** Whichever of black and white stands out more. */
export const opposite = (ground: Colour): Colour =>
  contrast(BLACK, ground) > contrast(WHITE, ground) ? BLACK : WHITE

/** The colour, moved towards black or white only as far as `ratio` on `ground` needs. */
export function readable(colour: Colour, ground: Colour, ratio: number): Colour {
  const pole = opposite(ground)
  let share = 0
  while (share < 1 && contrast(mix(pole, colour, share), ground) < ratio) share += 0.05
  return mix(pole, colour, Math.min(share, 1))
}

export const toCss = (colour: Colour): string => `rgb(${colour.map(Math.round).join(' ')})`
