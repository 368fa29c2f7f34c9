/** Colour arithmetic for the drawings: every tone of a picture is derived from the three colours of a good. Pure. */

/** The tones of one colour, from shadow side to highlight. All values are `#rrggbb`. */
export interface Tones {
  readonly base: string
  /** Planes turned away from the light. */
  readonly shade: string
  /** Planes turned to the light. */
  readonly light: string
  /** Nearly paper: linings, reflections. */
  readonly pale: string
  /** Seams and folds; lighter than the base when the base is too dark to be drawn on. */
  readonly line: string
  /** Openings, undersides. */
  readonly deep: string
}

export interface Palette {
  readonly main: Tones
  readonly second: Tones
  readonly accent: Tones
  /** The flat ground of the picture. */
  readonly backdrop: string
}

const INK = '#372f2a'
const PAPER = '#faf7f1'
/** Above this luminance a good would vanish on a paper-white ground. */
const LIGHT_FROM = 0.7
/** Below this luminance a darker fold is no longer seen. */
const DARK_BELOW = 0.1

const NEUTRALS = ['#b9a48c', '#8c7a66', '#e3d7c5'] as const

const HEX = /^#[0-9a-f]{6}$/i

const channels = (hex: string): readonly [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
]

/** Linear blend of two `#rrggbb` colours; `amount` 0 gives the first, 1 the second. */
export function mix(from: string, to: string, amount: number): string {
  const target = channels(to)
  const blended = channels(from).map((value, i) => Math.round(value + ((target[i] ?? 0) - value) * amount))
  return `#${blended.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2 defines it. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function tonesOf(base: string): Tones {
  const isDark = luminance(base) < DARK_BELOW
  return {
    base,
    shade: isDark ? mix(base, '#000000', 0.26) : mix(base, INK, luminance(base) > LIGHT_FROM ? 0.08 : 0.15),
    light: mix(base, '#ffffff', isDark ? 0.14 : 0.3),
    pale: mix(base, '#ffffff', 0.66),
    line: isDark ? mix(base, '#ffffff', 0.26) : mix(base, INK, 0.32),
    deep: isDark ? mix(base, '#000000', 0.45) : mix(base, INK, 0.56),
  }
}

/**
 * The palette of a picture from the colours of a good (main, second, accent).
 * Whatever is not `#rrggbb` becomes a quiet neutral.
 */
export function paletteOf(colors: readonly string[]): Palette {
  const color = (i: number): string => {
    const given = colors[i]
    return given !== undefined && HEX.test(given) ? given.toLowerCase() : (NEUTRALS[i] ?? INK)
  }
  const [main, second, accent] = [color(0), color(1), color(2)]
  const backdrop =
    luminance(main) > LIGHT_FROM ? mix(mix(main, INK, 0.28), PAPER, 0.34) : mix(main, PAPER, 0.84)
  return { main: tonesOf(main), second: tonesOf(second), accent: tonesOf(accent), backdrop }
}

/** The same palette further from the light: for the second of a pair that stands behind. */
export const behind = (palette: Palette): Palette => ({
  main: tonesOf(palette.main.shade),
  second: tonesOf(palette.second.shade),
  accent: tonesOf(palette.accent.shade),
  backdrop: palette.backdrop,
})
