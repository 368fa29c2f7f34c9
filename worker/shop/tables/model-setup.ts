import type { ModelProbe } from '../../contract/models.ts'
import {
  noModels,
  type EndpointIdentity,
  type ShopModels,
  type StoredEndpoint,
} from '../../ports/shop-models.ts'
import type { StaleList } from '../../ports/shop-store.ts'
import { err, ok, type Result } from '../../result.ts'

type SetupRow = { version: number; setup: string }
type EndpointRow = {
  endpoint: string
  sealed_key: string | null
  key_hint: string | null
  probe: string | null
}

function readEndpoints(sql: SqlStorage): StoredEndpoint[] {
  return sql
    .exec<EndpointRow>('SELECT endpoint, sealed_key, key_hint, probe FROM model_endpoint ORDER BY position')
    .toArray()
    .map(({ endpoint, sealed_key, key_hint, probe }) => ({
      // Checked against the contract when it was written.
      ...(JSON.parse(endpoint) as Omit<StoredEndpoint, 'sealedKey' | 'keyHint' | 'probe'>),
      sealedKey: sealed_key,
      keyHint: key_hint,
      probe: probe === null ? null : (JSON.parse(probe) as ModelProbe),
    }))
}

/** What the shop has set up; nothing before the first time. */
export function readModels(sql: SqlStorage): ShopModels {
  const row = sql.exec<SetupRow>('SELECT version, setup FROM model_setup').toArray()[0]
  if (!row) return noModels
  const setup = JSON.parse(row.setup) as Pick<ShopModels, 'serves' | 'processing'>
  return { version: row.version, ...setup, endpoints: readEndpoints(sql) }
}

/**
 * Replaces the whole set-up; the caller's transaction makes that one step.
 * @returns a failure, with nothing changed, when it is no more the one of `ifVersion`
 */
export function replaceModels(
  sql: SqlStorage,
  { endpoints, serves, processing }: Omit<ShopModels, 'version'>,
  ifVersion: number | undefined,
): Result<ShopModels, StaleList> {
  const before = readModels(sql).version
  if (ifVersion !== undefined && ifVersion !== before) return err({ kind: 'stale', version: before })
  sql.exec('DELETE FROM model_endpoint')
  endpoints.forEach(({ sealedKey, keyHint, probe, ...endpoint }, position) => {
    sql.exec(
      `INSERT INTO model_endpoint (id, position, endpoint, sealed_key, key_hint, probe) VALUES (?, ?, ?, ?, ?, ?)`,
      endpoint.id,
      position,
      JSON.stringify(endpoint),
      sealedKey,
      keyHint,
      probe === null ? null : JSON.stringify(probe),
    )
  })
  sql.exec(
    'INSERT OR REPLACE INTO model_setup (only, version, setup) VALUES (1, ?, ?)',
    before + 1,
    JSON.stringify({ serves, processing }),
  )
  return ok(readModels(sql))
}

/** Keeps what a probe found of an endpoint that is still the one it was made of. */
export function keepProbe(sql: SqlStorage, probed: EndpointIdentity, probe: ModelProbe): boolean {
  const now = readEndpoints(sql).find(({ id }) => id === probed.id)
  const isSame =
    now?.kind === probed.kind &&
    now.base_url === probed.base_url &&
    now.model === probed.model &&
    now.dialect === probed.dialect &&
    now.sealedKey === probed.sealedKey
  if (isSame) sql.exec('UPDATE model_endpoint SET probe = ? WHERE id = ?', JSON.stringify(probe), probed.id)
  return isSame
}
