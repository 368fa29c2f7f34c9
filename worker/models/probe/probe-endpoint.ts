import type { ModelProbe } from '../../contract/models.ts'
import type { Services } from '../../ports/services.ts'
import type { StoredEndpoint } from '../../ports/shop-models.ts'
import type { ShopRecord } from '../../ports/shop-store.ts'
import { wireOf } from '../model-desk.ts'
import { explainAddress } from './failure-sentence.ts'
import { runProbe } from './run-probe.ts'

/**
 * Probes one of a shop's endpoints and keeps what was found, unless the endpoint is changed meanwhile. An address that
 * is not called is not called here either.
 */
export async function probeEndpoint(
  { models, shops }: Pick<Services, 'models' | 'shops'>,
  shop: ShopRecord,
  endpoint: StoredEndpoint,
  withinMs: number,
  signal: AbortSignal,
): Promise<ModelProbe> {
  // From the start, not from what an earlier probe found: that is what is to be found out.
  const base = wireOf({ ...endpoint, probe: null })
  const admitted = endpoint.kind === 'openai' ? await models.guard.admit(endpoint.base_url) : null
  const probe =
    admitted?.ok === false
      ? notCalled({ check: 'reachable', ok: false, ...explainAddress(admitted.error) })
      : await runProbe({
          kind: endpoint.kind,
          base,
          open: (wire) => models.openForProbe(shop.id, endpoint, wire),
          withinMs,
          deadlineMs: shop.settings.models.deadline_ms,
          now: Date.now,
          signal,
        })
  await shops.saveProbe(shop.id, endpoint, probe)
  return probe
}

const notCalled = (finding: ModelProbe['findings'][number]): ModelProbe => ({
  at: new Date().toISOString(),
  verdict: 'fails',
  findings: [finding],
  wire: null,
  answered_by: null,
  first_byte_ms: null,
  answer_ms: null,
  tokens_per_second: null,
  calls: 0,
  tokens: 0,
})
