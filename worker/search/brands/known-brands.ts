import { fashionBrands } from './fashion-brands.ts'
import { goodsBrands } from './goods-brands.ts'

/**
 * Well-known brands as they are written in Korean and in Japanese, for names that no rule of spelling gives. Written
 * from general knowledge; where a brand's own name is Korean or Japanese, that spelling stands with the others.
 */
export const knownBrands: readonly { readonly name: string; readonly spellings: readonly string[] }[] =
  `${fashionBrands}\n${goodsBrands}`
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', korean = '', japanese = ''] = line.split('|').map((part) => part.trim())
      const spellings = [...korean.split(','), ...japanese.split(',')].map((text) => text.trim())
      return { name, spellings: spellings.filter((text) => text !== '') }
    })
