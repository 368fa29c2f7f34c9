/** SVG building blocks on a 400 × 400 field whose floor lies near y = 344. Pure. */
import type { Palette } from './tones.ts'

/** One picture without its ground: the parts in painting order. */
export type Draw = (palette: Palette) => readonly string[]
export type Shapes = Readonly<Record<string, Draw>>

export const STEEL = '#cbced0'
export const STEEL_SHADE = '#a6abae'
export const WOOD = '#c9a272'
export const WOOD_SHADE = '#ab8355'
export const LEAF = '#7d9a72'
export const LEAF_SHADE = '#5f7f5a'
export const CREAM = '#f8f2e6'
export const CHARCOAL = '#3d3a38'
export const GLASS = '#ffffff'

export const path = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`

export const stroke = (d: string, color: string, width = 4): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

export const box = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`

export const oval = (cx: number, cy: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`

export const disc = (cx: number, cy: number, r: number, fill: string): string =>
  `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`

export const hoop = (cx: number, cy: number, r: number, color: string, width: number): string =>
  `<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="${color}" stroke-width="${width}"/>`

export const move = (transform: string, ...parts: string[]): string =>
  `<g transform="${transform}">${parts.join('')}</g>`

export const faint = (opacity: number, ...parts: string[]): string =>
  `<g opacity="${opacity}">${parts.join('')}</g>`

/** The parts and their reflection in the upright axis of the field. */
export const mirror = (...parts: string[]): string =>
  parts.join('') + move('translate(400 0) scale(-1 1)', ...parts)

/** The parts repeated at steps of (dx, dy). */
export const repeat = (count: number, dx: number, dy: number, ...parts: string[]): string =>
  Array.from({ length: count }, (_, i) => move(`translate(${i * dx} ${i * dy})`, ...parts)).join('')

/** The parts repeated around a point. */
export const around = (count: number, cx: number, cy: number, ...parts: string[]): string =>
  Array.from({ length: count }, (_, i) => move(`rotate(${(i * 360) / count} ${cx} ${cy})`, ...parts)).join('')

/** The soft shadow a good throws on its floor. */
export const ground = (halfWidth: number, y = 344, cx = 200): string =>
  faint(0.12, oval(cx, y, halfWidth, Math.max(7, halfWidth * 0.1), '#2c231d'))

/** A straight-sided vessel seen slightly from above: body, then the oval of its rim. */
export const tin = (cx: number, top: number, bottom: number, halfWidth: number, fill: string): string =>
  path(
    `M${cx - halfWidth} ${top} L${cx - halfWidth} ${bottom} A${halfWidth} ${halfWidth * 0.16} 0 0 0 ${cx + halfWidth} ${bottom} L${cx + halfWidth} ${top}Z`,
    fill,
  )
