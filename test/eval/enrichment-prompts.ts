import { readFile, writeFile } from 'node:fs/promises'
import { estimateTokens } from '../../worker/embeddings/rate-budget.ts'
import { createMeasuredShop, startMeasuringWorker } from '../support/measured-shop.ts'
import { startRecordingModelServer } from '../support/recording-model-server.ts'
import type { Metric } from './metric.ts'
import { mean, percentile } from './relevance.ts'

export interface PromptOptions {
  readonly products: string
  readonly reviews: string | undefined
  readonly locale: string
  readonly currency: string
  /** JSON Lines, one prompt a line with the digest its answer is filed under. */
  readonly out: string
}

/** As fast as it goes: nobody's account is asked. */
export const UNBRAKED = { ENRICH_REQUESTS_PER_MINUTE: '1000000', ENRICH_TOKENS_PER_MINUTE: '2000000000' }

/**
 * Lets the job run over a catalogue against a server that only writes down what it is asked, so that the prompts can be
 * answered elsewhere and replayed: the same catalogue gives the same prompts.
 */
export async function writeEnrichmentPrompts(options: PromptOptions): Promise<Metric[]> {
  const server = await startRecordingModelServer()
  const worker = await startMeasuringWorker({ LLM_BASE_URL: server.url, LLM_MODEL: 'recorded', ...UNBRAKED })
  try {
    const shop = await createMeasuredShop(worker.url, options)
    await shop.importFile('products', await readFile(options.products))
    if (options.reviews !== undefined) await shop.importFile('reviews', await readFile(options.reviews))
    const status = await shop.enriched()
    const { prompts } = server
    await writeFile(options.out, prompts.map((prompt) => `${JSON.stringify(prompt)}\n`).join(''))
    const tokens = prompts.map(({ system, user }) => estimateTokens(system) + estimateTokens(user))
    console.log(
      `${prompts.length} prompts for ${status.done} of ${status.total} products; tokens of a prompt by estimate:`,
      `mean ${Math.round(mean(tokens))}, p95 ${percentile(tokens, 0.95)}, most ${Math.max(...tokens)}`,
    )
    return [
      { name: 'eval.enrich.prompts', value: prompts.length, unit: 'prompts' },
      { name: 'eval.enrich.prompt_tokens', value: mean(tokens), unit: 'tokens' },
      { name: 'eval.enrich.prompt_tokens_most', value: Math.max(...tokens), unit: 'tokens' },
    ]
  } finally {
    await worker.close()
    await server.close()
  }
}
