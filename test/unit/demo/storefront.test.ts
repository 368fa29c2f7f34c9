import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { productPath, products } from '../../demo/catalogue.ts'
import { escapeHtml, html } from '../../demo/storefront/html.ts'
import { choicesOf, chosenVariant, priceOf } from '../../demo/storefront/product-facts.ts'
import { respond } from '../../demo/storefront/respond.ts'

const keys = { edge: 'http://edge.test', shops: { ko: 'pk_ko', en: 'pk_en' } }
const get = (address: string) => respond(new URL(address, 'http://store.test'), keys)

describe('the html template', () => {
  it('escapes what is placed into it, so that no text can open a tag or leave an attribute', () => {
    assert(
      property(string(), (text) => {
        const markup = html`<p title="${text}">${text}</p>`.toString()
        expect(markup.match(/[<>"]/g)?.join('')).toBe('<""><>')
      }),
    )
  })

  it('can be read back to the text that was placed', () => {
    const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
    assert(
      property(string(), (text) => {
        expect(escapeHtml(text).replaceAll(/&([a-z0-9#]+);/g, (_, name: string) => signs[name] ?? '?')).toBe(
          text,
        )
      }),
    )
  })

  it('places nested markup and lists as they are and leaves out what is absent', () => {
    const items = ['a', 'b&'].map((text) => html`<li>${text}</li>`)
    const absent = [false, null, undefined] as const
    expect(html`<p>${items}${absent}${0}</p>`.toString()).toBe('<p><li>a</li><li>b&amp;</li>0</p>')
  })
})

describe('a page of the demo storefront', () => {
  it('pastes the tag as a shop would and passes a policy without inline scripts or styles', () => {
    for (const [address, key] of [
      ['/ko/', 'pk_ko'],
      ['/en/c/home', 'pk_en'],
      ['/p/ko-home-01', 'pk_ko'],
      ['/en/cart', 'pk_en'],
    ]) {
      const { status, headers, body } = get(address ?? '')
      expect(status).toBe(200)
      expect(body).toContain(`<script async src="http://edge.test/aisle.js" data-shop="${key}"></script>`)
      expect(body).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/)
      expect(headers['content-security-policy']).toBe(
        "default-src 'self'; script-src 'self' http://edge.test; connect-src http://edge.test; img-src 'self' http://edge.test data:; style-src 'self'",
      )
    }
  })

  it('answers for every product, with only pictures that exist', () => {
    for (const { id } of [...products('ko'), ...products('en')]) {
      const { status, body } = get(productPath(id))
      expect([id, status]).toEqual([id, 200])
      const pictures = [...body.matchAll(/src="(\/art\/[^"]+)"/g)].map(([, address]) => address ?? '')
      expect(pictures.length).toBeGreaterThan(2)
      expect(pictures.filter((address) => get(address).status !== 200)).toEqual([])
    }
  })

  it('shows the variant its address names', () => {
    const { body } = get('/p/en-clothing-13?variant=en-clothing-13-c')
    expect(body).toContain('data-id="en-clothing-13-c"')
  })

  it('finds by words of a title only, as a small shop does, and keeps the words in the box', () => {
    expect(get('/en/search?q=OVERCOAT').body).toContain('/p/en-clothing-')
    const nothing = get(`/en/search?q=${encodeURIComponent('something <b>cozy</b> for a rainy night')}`).body
    expect(nothing).not.toContain('href="/p/')
    expect(nothing).toContain('value="something &lt;b&gt;cozy&lt;/b&gt; for a rainy night"')
  })

  it('shows each product of a department on exactly one of its pages', () => {
    for (const sort of ['featured', 'price_asc', 'price_desc', 'newest', 'rating']) {
      const links = [1, 2].flatMap((page) =>
        [...get(`/en/c/home?sort=${sort}&page=${page}`).body.matchAll(/href="\/p\/([^"?]+)"/g)].map(
          ([, id]) => id,
        ),
      )
      expect([sort, new Set(links).size, links.length]).toEqual([sort, 16, 16])
    }
  })

  it('answers 404 with a page for what it does not have', () => {
    for (const address of ['/ko/c/nowhere', '/p/none', '/xx/', '/art/mug.svg', '/static/../respond.ts'])
      expect([address, get(address).status]).toEqual([address, 404])
  })
})

describe('the offer of a product', () => {
  it('is the cheapest variant with a mark that others cost more', () => {
    const product = products('ko').find(({ id }) => id === 'ko-home-01')
    expect(product && priceOf(product)).toEqual({ now: 79_000, isFrom: true })
  })

  it('is nothing when the shop says "ask"', () => {
    const product = products('ko').find(({ price }) => price === null)
    expect(product && priceOf(product)).toBeNull()
  })

  it('lets every variant be reached by choosing its values one after the other', () => {
    for (const product of [...products('ko'), ...products('en')]) {
      for (const wanted of product.variants ?? []) {
        let chosen = chosenVariant(product, null) ?? wanted
        for (const [name, value] of Object.entries(wanted.options)) {
          const choice = choicesOf(product, chosen)
            .get(name)
            ?.find((one) => one.value === value)
          chosen = choice?.variant ?? chosen
        }
        expect(chosen.id).toBe(wanted.id)
      }
    }
  })
})
