import { describe, expect, it } from 'vitest'
import { importOne, importText } from './import-text.ts'

const lines = (...rows: string[]) => rows.join('\n')

describe('rows of one product', () => {
  it('are folded by handle: product cells on the first row, more variants and pictures below', () => {
    const { products, errors, read } = importText(
      lines(
        'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Variant Image,Status',
        'mug,Mug,<p>Stoneware</p>,Kiln,Cups,"clay, blue",true,Colour,Blue,M-B,shopify,0,deny,18.00,20.00,https://i.test/1.jpg,https://i.test/b.jpg,active',
        'mug,,,,,,,,Red,M-R,shopify,3,deny,15.00,,https://i.test/2.jpg,,',
        'mug,,,,,,,,,,,,,,,https://i.test/3.jpg,,',
        'bowl,Bowl,,Kiln,Cups,,true,Title,Default Title,B-1,shopify,0,continue,9.00,,,,draft',
      ),
    )
    expect(errors).toEqual([])
    expect(read).toBe(4)
    expect(products).toMatchObject([
      {
        id: 'mug',
        title: 'Mug',
        description: 'Stoneware',
        brand: 'Kiln',
        category: ['Cups'],
        keywords: ['clay', 'blue'],
        availability: 'in_stock',
        offer: { price: 1500 },
        image: 'https://i.test/1.jpg',
        moreImages: ['https://i.test/b.jpg', 'https://i.test/2.jpg', 'https://i.test/3.jpg'],
        variants: [
          {
            id: 'M-B',
            options: { Colour: 'Blue' },
            availability: 'out_of_stock',
            offer: { price: 2000, sale: 1800 },
            image: 'https://i.test/b.jpg',
          },
          { id: 'M-R', options: { Colour: 'Red' }, availability: 'in_stock', offer: { price: 1500 } },
        ],
      },
      { id: 'bowl', availability: 'backorder', offer: { price: 900 }, visibility: 'hidden', variants: [] },
    ])
  })

  it('are refused each, when none of them names the product', () => {
    const { products, errors } = importText(
      lines('Handle,Title,Variant Price,Image Src', 'mug,,18.00,', 'mug,,,https://i.test/1.jpg'),
    )
    expect(products).toEqual([])
    expect(errors.map(({ line, field }) => [line, field])).toEqual([
      [2, 'title'],
      [3, 'title'],
    ])
  })

  it('are folded by item group, and differ in what the feed says they differ in', () => {
    const { products } = importText(
      lines(
        'id\ttitle\titem_group_id\tcolor\tsize\tprice\tavailability',
        'a1\tTee\tA\tred\tS\t10.00 USD\tout of stock',
        'a2\tTee\tA\tblue\tS\t12.00 USD\tin stock',
        'a2\tTee\tA\tblue\tS\t11.00 USD\tin stock',
      ),
    )
    expect(products).toMatchObject([
      {
        id: 'A',
        size: 'S',
        availability: 'in_stock',
        offer: { price: 1000 },
        variants: [
          {
            id: 'a1',
            options: { color: 'red', size: 'S' },
            availability: 'out_of_stock',
            offer: { price: 1000 },
          },
          {
            id: 'a2',
            options: { color: 'blue', size: 'S' },
            availability: 'in_stock',
            offer: { price: 1100 },
          },
        ],
      },
    ])
    expect(products[0]).not.toHaveProperty('color')
  })

  it('are folded by WooCommerce parent, given as SKU or as id', () => {
    const { products, errors } = importText(
      lines(
        'ID,Type,SKU,Name,Published,Visibility in catalog,Short description,In stock?,Stock,Sale price,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s)',
        '44,variable,TEE,Tee,1,visible,Soft,1,,,,"Clothing > Tees, Sale","https://i.test/1.jpg, https://i.test/2.jpg",,Size,"S, M"',
        '45,variation,TEE-S,Tee - S,1,visible,,0,,,20,,,TEE,Size,S',
        '46,variation,TEE-M,Tee - M,1,visible,,1,4,15,20,,,TEE,Size,M',
        '50,variable,,Cap,1,visible,,1,,,,,,,Size,"S"',
        '51,variation,,Cap - S,1,visible,,1,,,9,,,id:50,Size,S',
        '60,simple,MUG,Mug,0,visible,,1,,,5,,,,,',
      ),
    )
    expect(errors).toEqual([])
    expect(products).toMatchObject([
      {
        id: '44',
        title: 'Tee',
        category: ['Clothing', 'Tees'],
        image: 'https://i.test/1.jpg',
        offer: { price: 2000 },
        attributes: [['Size', 'S, M']],
        variants: [
          { id: '45', options: { Size: 'S' }, availability: 'out_of_stock', offer: { price: 2000 } },
          { id: '46', options: { Size: 'M' }, availability: 'in_stock', offer: { price: 2000, sale: 1500 } },
        ],
      },
      { id: '50', variants: [{ id: '51', offer: { price: 900 } }] },
      { id: '60', visibility: 'hidden', variants: [] },
    ])
  })

  it('are absorbed by a Magento configurable, wherever they stand', () => {
    const { products } = importText(
      lines(
        'sku,product_type,name,visibility,price,qty,is_in_stock,base_image,configurable_variations',
        'H-S,simple,Hoodie-S,Not Visible Individually,52,0,0,/h/s/s.jpg,',
        'H,configurable,Hoodie,"Catalog, Search",,0,1,/h/o/o.jpg,"sku=H-S,size=S|sku=H-M,size=M"',
        'H-M,simple,Hoodie-M,Not Visible Individually,54,9,1,,',
      ),
    )
    expect(products.map(({ id, visibility }) => [id, visibility])).toEqual([
      ['H-S', 'hidden'],
      ['H', 'public'],
      ['H-M', 'hidden'],
    ])
    expect(products[1]).toMatchObject({
      title: 'Hoodie',
      offer: { price: 5200 },
      availability: 'in_stock',
      image: '/media/catalog/product/h/o/o.jpg',
      variants: [
        { id: 'H-S', options: { size: 'S' }, availability: 'out_of_stock', offer: { price: 5200 } },
        { id: 'H-M', options: { size: 'M' }, availability: 'in_stock', offer: { price: 5400 } },
      ],
    })
  })

  it('that repeat a product are one product, as the last of them says', () => {
    const { products, errors } = importText('{"id":1,"title":"Old"}\n{"id":1,"title":"New"}\n')
    expect(errors).toEqual([])
    expect(products.map(({ title }) => title)).toEqual(['New'])
  })
})

describe('variants inside a record', () => {
  it('inherit what they do not say', () => {
    const product = importOne(
      {
        id: 'c1',
        title: '머그',
        price: 34000,
        variants: [
          { id: 'c1-a', options: { 용량: '300ml' }, availability: 'out_of_stock' },
          { id: 'c1-b', options: { 용량: '500ml' }, availability: 'in_stock', price: 56000, link: '/b' },
          { id: 'c1-c', options: { 용량: '700ml' }, sale_price: 30000 },
        ],
      },
      'KRW',
    )
    expect(product.availability).toBe('in_stock')
    expect(product.variants).toEqual([
      { id: 'c1-a', options: { 용량: '300ml' }, availability: 'out_of_stock', offer: { price: 34000 } },
      {
        id: 'c1-b',
        options: { 용량: '500ml' },
        availability: 'in_stock',
        offer: { price: 56000 },
        link: '/b',
      },
      {
        id: 'c1-c',
        options: { 용량: '700ml' },
        availability: 'in_stock',
        offer: { price: 34000, sale: 30000 },
      },
    ])
  })

  it('are read from a Shopify products.json', () => {
    const variant = (id: number, option1: string, available: boolean) => ({
      id,
      title: option1,
      option1,
      option2: null,
      sku: '',
      available,
      price: '18.00',
      compare_at_price: '20.00',
    })
    const { products } = importText(
      JSON.stringify({
        products: [
          {
            id: 7,
            title: 'Mug',
            handle: 'mug',
            body_html: '<p>Clay</p>',
            vendor: 'Kiln',
            product_type: 'Cups',
            tags: ['blue'],
            created_at: '2026-01-02T00:00:00-05:00',
            images: [{ src: 'https://i.test/1.jpg' }],
            options: [{ name: 'Colour', values: ['Blue', 'Red'] }],
            variants: [variant(71, 'Blue', false), variant(72, 'Red', true)],
          },
          {
            id: 8,
            title: 'Bowl',
            handle: 'bowl',
            options: [{ name: 'Title' }],
            variants: [variant(81, 'Default Title', false)],
          },
        ],
      }),
    )
    expect(products).toMatchObject([
      {
        id: '7',
        brand: 'Kiln',
        category: ['Cups'],
        image: 'https://i.test/1.jpg',
        offer: { price: 2000, sale: 1800 },
        availability: 'in_stock',
        variants: [
          { id: '71', options: { Colour: 'Blue' }, availability: 'out_of_stock' },
          { id: '72', options: { Colour: 'Red' }, availability: 'in_stock' },
        ],
      },
      { id: '8', offer: { price: 2000, sale: 1800 }, availability: 'out_of_stock', variants: [] },
    ])
  })

  it('are every combination of a Cafe24 option cell', () => {
    const product = importOne(
      { 상품코드: 'P1', 상품명: '셔츠', 판매가: '5000.00', 옵션입력: '색상{블랙|화이트}//사이즈{S|M}' },
      'KRW',
    )
    expect(product.variants.map(({ options }) => options)).toEqual([
      { 색상: '블랙', 사이즈: 'S' },
      { 색상: '블랙', 사이즈: 'M' },
      { 색상: '화이트', 사이즈: 'S' },
      { 색상: '화이트', 사이즈: 'M' },
    ])
    expect(new Set(product.variants.map(({ id }) => id)).size).toBe(4)
  })

  it('are refused with their product when a price in them cannot be read', () => {
    const { errors } = importText(
      '[{"id":1,"title":"Cup","variants":[{"id":"a","options":{"Size":"S"},"price":"cheap"}]}]',
    )
    expect(errors).toMatchObject([{ line: 1, field: 'variants[0].price' }])
  })
})
