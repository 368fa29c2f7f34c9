import { describe, expect, it } from 'vitest'
import { mapColumns } from '../../../worker/catalogue/field-names.ts'
import { isSecretName } from '../../../worker/catalogue/secret-names.ts'

describe('names that tell what a shop pays or earns', () => {
  it.each([
    'cost',
    'Cost',
    'cost_krw',
    'Cost (USD)',
    'cost_of_goods_sold',
    'g:cost_of_goods_sold',
    'COGS',
    'Cost per item',
    'Unit cost',
    'Wholesale price',
    'purchase_price',
    'margin',
    'Margin %',
    'gross_margin',
    'Profit',
    'Markup',
    '원가',
    '상품원가',
    '매입원가(VAT포함)',
    '매입가',
    '공급가',
    '마진',
    '마진율(%)',
    '이익률',
    '原価',
    '仕入れ値',
    '粗利率',
    '利益率',
  ])('%s is one', (name) => {
    expect(isSecretName(name)).toBe(true)
  })

  it.each([
    'Material',
    'Costume',
    'Shipping cost',
    'Unit price',
    'Cost per wash',
    'Nonprofit',
    'Marginal',
    '원산지',
    '가격대',
    '原産地',
  ])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false)
  })

  it('are read as what they are, not as facts', () => {
    expect(mapColumns(['cost_of_goods_sold', 'Cost per item', '원가', '공급가', 'margin', '마진율'])).toEqual(
      {
        cost_of_goods_sold: 'cost_of_goods_sold',
        'Cost per item': 'cost_of_goods_sold',
        원가: 'cost_of_goods_sold',
        공급가: 'cost_of_goods_sold',
        margin: 'margin',
        마진율: 'margin',
      },
    )
  })
})
