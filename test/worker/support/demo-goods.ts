import enBeauty from '../../demo/catalogue/en/beauty.json' with { type: 'json' }
import enClothing from '../../demo/catalogue/en/clothing.json' with { type: 'json' }
import enFood from '../../demo/catalogue/en/food.json' with { type: 'json' }
import enHome from '../../demo/catalogue/en/home.json' with { type: 'json' }
import enKidsPets from '../../demo/catalogue/en/kids-pets.json' with { type: 'json' }
import enKitchen from '../../demo/catalogue/en/kitchen.json' with { type: 'json' }
import enShoesBags from '../../demo/catalogue/en/shoes-bags.json' with { type: 'json' }
import enTechOutdoor from '../../demo/catalogue/en/tech-outdoor.json' with { type: 'json' }
import koBeauty from '../../demo/catalogue/ko/beauty.json' with { type: 'json' }
import koDigitalOutdoor from '../../demo/catalogue/ko/digital-outdoor.json' with { type: 'json' }
import koFashion from '../../demo/catalogue/ko/fashion.json' with { type: 'json' }
import koFood from '../../demo/catalogue/ko/food.json' with { type: 'json' }
import koHome from '../../demo/catalogue/ko/home.json' with { type: 'json' }
import koKidsPets from '../../demo/catalogue/ko/kids-pets.json' with { type: 'json' }
import koKitchen from '../../demo/catalogue/ko/kitchen.json' with { type: 'json' }
import koShoesBags from '../../demo/catalogue/ko/shoes-bags.json' with { type: 'json' }
import type { Row } from './worker-shop.ts'

/** What the demo shops sell, for tests inside workerd, which read no files. */

/** As the demo imports it, but for the pictures; what buyers write is another file. */
const imported = (rows: readonly Row[]): Row[] =>
  rows.map(({ art: _art, created, reviews: _reviews, ...row }) => ({ ...row, created_at: created }))

export const demoGoods: Readonly<Record<'en' | 'ko', readonly Row[]>> = {
  en: imported([
    ...enBeauty,
    ...enClothing,
    ...enFood,
    ...enHome,
    ...enKidsPets,
    ...enKitchen,
    ...enShoesBags,
    ...enTechOutdoor,
  ]),
  ko: imported([
    ...koBeauty,
    ...koDigitalOutdoor,
    ...koFashion,
    ...koFood,
    ...koHome,
    ...koKidsPets,
    ...koKitchen,
    ...koShoesBags,
  ]),
}
