import { inject } from 'vitest'
import type { CreateShopRequest } from '../../../worker/contract/shops.ts'
import { orderEvent, searchResponse } from '../../../worker/contract/search.ts'
import { createShop, sendTo, type Row, type StreamedEvent } from './worker-shop.ts'

interface Asked {
  readonly body: { readonly messages: readonly { readonly content: string }[]; readonly max_tokens?: number }
}

/** A shop whose model plays one script over real HTTP; its results may be ordered and its wishes widened. */
export async function advisedShop(
  script: string,
  rows: readonly Row[],
  {
    deadline = 1_500,
    locale = 'en',
    currency = 'USD',
  }: { readonly deadline?: number } & Partial<Pick<CreateShopRequest, 'locale' | 'currency'>> = {},
) {
  const model = `script:${script}#advised-${crypto.randomUUID()}`
  const base = inject('modelServer')
  const shop = await createShop({ locale, currency }, sendTo({ LLM_BASE_URL: base, LLM_MODEL: model }))
  await shop.settings({ models: { deadline_ms: deadline } })
  await shop.importRows('products', rows)
  /** The model's calls as its server saw them. */
  const calls = async (): Promise<Asked['body'][]> => {
    const url = new URL('/requests', base)
    url.searchParams.set('model', model)
    const seen = await (await fetch(url)).json<Asked[]>()
    return seen.map(({ body }) => body)
  }
  /** What the model was told, call by call. */
  const told = async (): Promise<string[]> =>
    (await calls()).map(({ messages }) => messages.map(({ content }) => content).join('\n'))
  return { shop, calls, told }
}

/** The events of one stream, each as the contract has it. */
export function readStream(events: readonly StreamedEvent[]) {
  const of = (name: string) => events.find(({ event }) => event === name)?.data
  const results = searchResponse.strict().parse(of('results'))
  const order = of('order') === undefined ? null : orderEvent.strict().parse(of('order'))
  return { results, order, done: of('done') as { mode: string; degraded?: string[] } }
}
