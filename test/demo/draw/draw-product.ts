import { bags } from './bags.ts'
import { beauty } from './beauty.ts'
import { food } from './food.ts'
import { hobbies } from './hobbies.ts'
import { home } from './home.ts'
import { kidsPets } from './kids-pets.ts'
import { kitchen } from './kitchen.ts'
import { outdoor } from './outdoor.ts'
import type { Shapes } from './primitives.ts'
import { tech } from './tech.ts'
import { paletteOf } from './tones.ts'
import { wearables } from './wearables.ts'

const drawings = new Map<string, Shapes[string]>(
  [wearables, bags, beauty, kitchen, home, tech, outdoor, food, kidsPets, hobbies].flatMap((shapes) =>
    Object.entries(shapes),
  ),
)

/** Names of everything that has a drawing of its own. */
export const shapeNames: readonly string[] = [...drawings.keys()].filter((name) => name !== 'parcel')

/** The whole picture. */
const WHOLE = '0 0 400 400'

/**
 * One picture of a good as an SVG document, 400 × 400, without words, ids or scripts.
 * `colors` are main, second and accent as `#rrggbb`. A shape nobody drew becomes a wrapped parcel.
 * `viewBox` frames a part of it, for a close-up. The same arguments always give the same text.
 */
export function drawProduct(shape: string, colors: readonly string[], viewBox = WHOLE): string {
  const palette = paletteOf(colors)
  const draw = drawings.get(shape) ?? drawings.get('parcel')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="400" height="400"><rect width="400" height="400" fill="${palette.backdrop}"/>${draw?.(palette).join('') ?? ''}</svg>`
}
