import { describe, expect, it } from 'vitest'
import { mapColumns } from '../../../worker/catalogue/field-names.ts'

describe('mapColumns', () => {
  it.each([
    [
      'Google, with spaces or underscores',
      { 'image link': 'image_link', image_link: 'image_link', 'g:availability': 'availability' },
    ],
    [
      'Naver',
      {
        price_pc: 'price',
        normal_price: 'compare_at_price',
        category_name2: 'category_2',
        search_tag: 'keywords',
        add_image_link: 'additional_image_link',
      },
    ],
    [
      'Shopify, old',
      {
        Handle: 'id',
        'Body (HTML)': 'description',
        Vendor: 'brand',
        'Variant Price': 'price',
        'Variant Compare At Price': 'compare_at_price',
        'Option1 Name': 'option',
        'Image Src': 'image_link',
        'Google Shopping / Gender': 'gender',
      },
    ],
    [
      'Shopify, new',
      {
        'URL handle': 'id',
        'Compare-at price': 'compare_at_price',
        'Option1 value': 'option',
        'Inventory quantity': 'quantity',
        'Product image URL': 'image_link',
      },
    ],
    [
      'WooCommerce',
      {
        'Regular price': 'compare_at_price',
        'In stock?': 'availability',
        Categories: 'categories',
        'Attribute 1 value(s)': 'option',
        'Visibility in catalog': 'visibility',
      },
    ],
    [
      'Cafe24',
      {
        상품코드: 'id',
        상품명: 'title',
        판매가: 'price',
        소비자가: 'compare_at_price',
        '상품 요약설명': 'summary',
        검색어설정: 'keywords',
        진열상태: 'shown',
        옵션입력: 'option_spec',
        적립금: 'ignored',
      },
    ],
    [
      'Magento',
      {
        special_price: 'sale_price',
        is_in_stock: 'availability',
        base_image: 'magento_image',
        product_online: 'shown',
        use_config_backorders: 'ignored',
      },
    ],
    [
      'a hand-made list',
      {
        ProductName: 'title',
        PrimaryColor: 'color',
        商品名: 'title',
        카테고리: 'product_type',
        goodsno: 'id',
        Texture: 'attribute',
        'Brand ID': 'ignored',
      },
    ],
  ])('knows the columns of %s', (_source, expected) => {
    expect(mapColumns(Object.keys(expected))).toEqual(expected)
  })
})
