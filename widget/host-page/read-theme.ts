import type { Theme } from '../../worker/contract/shops.ts'
import { BLACK, WHITE, contrast, luminance, mix, opposite, parseColour, readable, toCss } from './colour.ts'
import type { Colour } from './colour.ts'

/** Text and its ground (WCAG 2.2 AA). */
const TEXT_RATIO = 4.5

/** A pill-shaped button does not mean that the shopper wants pill-shaped cards. */
const RADIUS_MAX = 16

/** The likeliest "this is our colour" elements first. */
const ACCENTS = [
  'main button[type=submit]',
  '[class*=primary]',
  '[class*=btn]',
  '[class*=button]',
  'button',
  'main a[href]',
  'a[href]',
]

/** The first button is often a bare icon; past a handful it is no longer the shop's main one. */
const CANDIDATES_MAX = 6

/** A colour this close to the ground is a hairline button or a ghost, not an accent. */
const ACCENT_RATIO_MIN = 1.6

const hex = (text: string | undefined): Colour | undefined => {
  const [red, green, blue] = text?.match(/[\da-f]{2}/gi)?.map((part) => parseInt(part, 16)) ?? []
  return red === undefined || green === undefined || blue === undefined ? undefined : [red, green, blue]
}

function ownAccent(surface: Colour): { accent?: Colour; radius?: number } {
  for (const selector of ACCENTS)
    for (const element of [...document.querySelectorAll(selector)].slice(0, CANDIDATES_MAX)) {
      const style = getComputedStyle(element)
      const isLink = selector.endsWith('a[href]')
      const accent = parseColour(isLink ? style.color : style.backgroundColor)
      if (accent && contrast(accent, surface) >= ACCENT_RATIO_MIN)
        return isLink ? { accent } : { accent, radius: parseFloat(style.borderTopLeftRadius) }
    }
  return {}
}

/**
 * The overlay's tokens in the shop's own clothes: what the settings say, else what the page's computed styles say,
 * corrected until every text can be read.
 */
export function readTheme(theme: Theme): Record<`--${string}`, string> {
  const body = getComputedStyle(document.body)
  const surface =
    hex(theme.surface) ??
    parseColour(body.backgroundColor) ??
    parseColour(getComputedStyle(document.documentElement).backgroundColor) ??
    WHITE
  const text = readable(hex(theme.text) ?? parseColour(body.color) ?? BLACK, surface, 7)
  const own = ownAccent(surface)
  const accent = readable(hex(theme.accent) ?? own.accent ?? text, surface, TEXT_RATIO)
  const radius = theme.radius ?? Math.min(own.radius ?? 8, RADIUS_MAX)
  return {
    '--surface': toCss(surface),
    '--text': toCss(text),
    '--muted': toCss(readable(mix(text, surface, 0.62), surface, TEXT_RATIO)),
    '--accent': toCss(accent),
    '--on-accent': toCss(opposite(accent)),
    '--radius': `${radius}px`,
    '--font': theme.font ?? body.fontFamily,
    '--scheme': luminance(surface) < 0.2 ? 'dark' : 'light',
  }
}
