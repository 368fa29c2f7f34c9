import { describe, expect, it } from 'vitest'
import { drawProduct, shapeNames } from '../../demo/draw/draw-product.ts'
import { luminance, mix, paletteOf } from '../../demo/draw/tones.ts'

const PALETTES = [
  ['#b5654a', '#3f4a5a', '#e7c9a9'],
  ['#fafaf7', '#ffffff', '#f4f4f0'],
  ['#0b0b0c', '#141416', '#1d1d1f'],
]

/** Names of elements that are opened but not closed in order; empty when the text is well formed. */
function unbalanced(svg: string): readonly string[] {
  const open: string[] = []
  for (const [, closing, name = '', empty] of svg.matchAll(
    /<(\/?)([a-z]+)(?:\s[a-zA-Z-]+="[^"<&]*")*\s*(\/?)>/g,
  )) {
    if (closing) {
      if (open.pop() !== name) return [name]
    } else if (!empty) open.push(name)
  }
  const rest = svg.replaceAll(/<\/?[a-z]+(?:\s[a-zA-Z-]+="[^"<&]*")*\s*\/?>/g, '')
  return rest === '' ? open : [...open, rest]
}

describe('a drawn product', () => {
  it('is well-formed XML without text for every shape and palette', () => {
    for (const shape of shapeNames)
      for (const palette of PALETTES)
        expect([shape, unbalanced(drawProduct(shape, palette))]).toEqual([shape, []])
  })

  it('holds only drawing elements: no script, no style, no link, no id', () => {
    for (const shape of shapeNames) {
      const svg = drawProduct(shape, PALETTES[0] ?? [])
      const names = new Set([...svg.matchAll(/<([a-z]+)/g)].map(([, name]) => name))
      expect(
        [...names].filter((name) => !['svg', 'g', 'path', 'rect', 'circle', 'ellipse'].includes(name ?? '')),
      ).toEqual([])
      expect(svg).not.toMatch(/\s(id|on[a-z]+|href|style)=|NaN|undefined/)
    }
  })

  it('is the same text for the same colours, and shows every one of its main colours', () => {
    for (const shape of shapeNames) {
      expect(drawProduct(shape, ['#b5654a', '#3f4a5a', '#e7c9a9'])).toBe(
        drawProduct(shape, ['#B5654A', '#3F4A5A', '#E7C9A9']),
      )
      expect([shape, drawProduct(shape, ['#b5654a']) === drawProduct(shape, ['#4a7ab5'])]).toEqual([
        shape,
        false,
      ])
    }
  })

  it('draws no two shapes alike', () => {
    expect(new Set(shapeNames.map((shape) => drawProduct(shape, []))).size).toBe(shapeNames.length)
  })

  it('is a wrapped parcel when nobody drew the shape', () => {
    expect(drawProduct('left-handed-teacosy', [])).toBe(drawProduct('parcel', []))
    expect(drawProduct('constructor', [])).toBe(drawProduct('parcel', []))
  })

  it('takes a colour that is no colour for a neutral one', () => {
    expect(drawProduct('mug', ['"/><script>', 'red', '#12'])).toBe(drawProduct('mug', []))
  })
})

describe('the tones of a drawing', () => {
  it('blend from the first colour to the second', () => {
    expect([
      mix('#000000', '#ffffff', 0),
      mix('#000000', '#ffffff', 0.5),
      mix('#000000', '#ffffff', 1),
    ]).toEqual(['#000000', '#808080', '#ffffff'])
  })

  it('keep a good visible before its backdrop, however light or dark it is', () => {
    for (const level of ['00', '22', '55', '88', 'aa', 'cc', 'ee', 'ff']) {
      const { main, backdrop } = paletteOf([`#${level}${level}${level}`])
      expect([level, Math.abs(luminance(main.base) - luminance(backdrop)) > 0.08]).toEqual([level, true])
    }
  })
})
