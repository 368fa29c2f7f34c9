import { inject } from 'vitest'
import { paths } from '../../../worker/contract/vocabulary.ts'
import { ledgerResponse, type LedgerResponse } from '../../../worker/contract/ledger.ts'
import { compose } from '../../../worker/compose.ts'
import type { ModelIdentity } from '../../../worker/ports/models.ts'
import { env } from 'cloudflare:workers'
import { createShop, sendThrough, type Parameters, type Row, type TestShop } from './worker-shop.ts'

export interface SeenCall {
  readonly body: { readonly messages: readonly { readonly content: string }[] }
  readonly finishedAt?: number
  readonly disconnectedAt?: number
}

export interface MeteredShop {
  readonly shop: TestShop
  /** What the model's server saw of this shop's calls. */
  seen(): Promise<SeenCall[]>
  ledger(parameters?: Parameters): Promise<LedgerResponse>
}

const lamps = (count: number): Row[] =>
  Array.from({ length: count }, (_, row) => ({
    id: `lamp-${row}`,
    title: `Lamp ${row}`,
    price: 10 + row,
    product_type: 'Lighting',
  }))

/** A dollar for a million tokens in, two for a million out. */
export const PRICE = { input: 1, output: 2 }

/**
 * A shop of lamps whose model plays one script over real HTTP.
 * @param identity what the ledger is told of the model
 */
export async function meteredShop(
  script: string,
  identity: Partial<ModelIdentity> = {},
  { rateLimits = false }: { readonly rateLimits?: boolean } = {},
): Promise<MeteredShop> {
  const base = inject('modelServer')
  const name = `script:${script}#${crypto.randomUUID()}`
  const bindings = { ...env, LLM_BASE_URL: base, LLM_MODEL: name }
  const services = compose(bindings)
  const send = sendThrough(
    {
      ...services,
      rateLimits,
      modelFor(shop, purpose) {
        const chosen = services.modelFor(shop, purpose)
        return chosen && { ...chosen, identity: { ...chosen.identity, price: PRICE, ...identity } }
      },
    },
    bindings,
  )
  const shop = await createShop({ locale: 'en', currency: 'USD' }, send)
  // One call a search, so that calls can be counted.
  await shop.settings({ models: { deadline_ms: 2_000, expand: false } })
  await shop.importRows('products', lamps(12))
  return {
    shop,
    async seen() {
      const url = new URL('/requests', base)
      url.searchParams.set('model', name)
      return (await fetch(url)).json()
    },
    async ledger(parameters = {}) {
      const answer = await shop.admin(paths.ledger, { parameters })
      if (!answer.ok) throw new Error(`no ledger: ${answer.status} ${await answer.text()}`)
      return ledgerResponse.strict().parse(await answer.json())
    },
  }
}
