import { z } from './zod.ts'
import {
  catalogueList,
  importList,
  importStatus,
  product,
  type CatalogueEntry,
  type ImportStatus,
  type ProductResponse,
} from '../../worker/contract/catalogue.ts'
import { settingsResponse, type SettingsPatch, type SettingsResponse } from '../../worker/contract/shops.ts'
import { syncStatus, type SyncStatus } from '../../worker/contract/sync.ts'
import { tagDeskResponse, type TagDeskResponse } from '../../worker/contract/tags.ts'
import {
  brandList,
  queryLists,
  type BrandEntry,
  type BrandsRequest,
  type QueryLists,
} from '../../worker/contract/typing.ts'
import {
  rulesPreviewResponse,
  rulesResponse,
  synonymsResponse,
  type RulesPreviewRequest,
  type RulesPreviewResponse,
  type RulesRequest,
  type RulesResponse,
  type SynonymsRequest,
  type SynonymsResponse,
} from '../../worker/contract/tuning.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { answered, failed, type Answer } from './answer.ts'
import { explainResponse, type ExplainResponse } from './explanation.ts'
import { readAnswer } from './read-answer.ts'
import { uploadFile, type UploadRequest } from './upload.ts'

export interface ExplainRequest {
  readonly q: string
  readonly limit: number
  /** Ids of wishes that were taken back. */
  readonly without: readonly string[]
  readonly signal: AbortSignal
}

/** The shop's own API, as this panel uses it. Every call resolves; none throws. */
export interface Client {
  settings(): Promise<Answer<SettingsResponse>>
  changeSettings(patch: SettingsPatch): Promise<Answer<SettingsResponse>>
  catalogues(): Promise<Answer<CatalogueEntry[]>>
  restoreCatalogue(id: number): Promise<Answer<null>>
  imports(): Promise<Answer<ImportStatus[]>>
  importStatus(id: string): Promise<Answer<ImportStatus>>
  decideImport(id: string, decision: 'accept' | 'discard'): Promise<Answer<ImportStatus>>
  /** How far the search server is behind the catalogue. */
  sync(): Promise<Answer<SyncStatus>>
  reindex(): Promise<Answer<SyncStatus>>
  product(id: string): Promise<Answer<ProductResponse>>
  explain(request: ExplainRequest): Promise<Answer<ExplainResponse>>
  synonyms(): Promise<Answer<SynonymsResponse>>
  saveSynonyms(request: SynonymsRequest): Promise<Answer<SynonymsResponse>>
  rules(): Promise<Answer<RulesResponse>>
  saveRules(request: RulesRequest): Promise<Answer<RulesResponse>>
  previewRules(request: RulesPreviewRequest, signal: AbortSignal): Promise<Answer<RulesPreviewResponse>>
  brands(): Promise<Answer<BrandEntry[]>>
  /** Replaces all of the merchant's own spellings. */
  saveBrands(brands: BrandsRequest['brands']): Promise<Answer<BrandEntry[]>>
  queryLists(): Promise<Answer<QueryLists>>
  saveQueryLists(lists: QueryLists): Promise<Answer<QueryLists>>
  /** Every tag that some product serves well. */
  tags(): Promise<Answer<TagDeskResponse['tags']>>
  upload(request: UploadRequest): Promise<Answer<string>>
}

export interface ClientOptions {
  /** The shop's secret key. It travels in a header, never in an address. */
  readonly key: string
  /** Told when the server no longer takes the key. */
  readonly onUnauthorized?: () => void
  readonly fetch?: typeof fetch
}

interface Call<Schema extends z.ZodType> {
  readonly path: string
  readonly schema: Schema
  readonly method?: string
  readonly body?: unknown
  readonly signal?: AbortSignal
}

export function createClient({ key, onUnauthorized, fetch = globalThis.fetch }: ClientOptions): Client {
  async function exchange<Schema extends z.ZodType>(call: Call<Schema>): Promise<Answer<z.output<Schema>>> {
    const { path, schema, method = 'GET', body, signal } = call
    try {
      const response = await fetch.call(globalThis, path, {
        method,
        headers: {
          Authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      })
      return readAnswer(
        {
          status: response.status,
          body: await response.text(),
          retryAfter: response.headers.get('Retry-After'),
        },
        schema,
      )
    } catch {
      return failed({ kind: signal?.aborted === true ? 'aborted' : 'unreachable' })
    }
  }

  async function watched<Value>(answer: Promise<Answer<Value>>): Promise<Answer<Value>> {
    const settled = await answer
    if (!settled.ok && settled.failure.kind === 'refused' && settled.failure.code === 'unauthorized') {
      onUnauthorized?.()
    }
    return settled
  }

  const call = <Schema extends z.ZodType>(parts: Call<Schema>) => watched(exchange(parts))

  async function pick<Value, Picked>(answer: Promise<Answer<Value>>, from: (value: Value) => Picked) {
    const settled = await answer
    return settled.ok ? answered(from(settled.value)) : settled
  }

  const importPath = (id: string) => `${paths.imports}/${encodeURIComponent(id)}`

  return {
    settings: () => call({ path: paths.settings, schema: settingsResponse }),
    changeSettings: (patch) =>
      call({ path: paths.settings, schema: settingsResponse, method: 'PATCH', body: patch }),
    catalogues: () =>
      pick(call({ path: paths.catalogues, schema: catalogueList }), ({ catalogues }) => catalogues),
    restoreCatalogue: (id) =>
      call({ path: `${paths.catalogues}/${id}/restore`, schema: z.null(), method: 'POST' }),
    imports: () => pick(call({ path: paths.imports, schema: importList }), ({ imports }) => imports),
    importStatus: (id) => call({ path: importPath(id), schema: importStatus }),
    decideImport: (id, decision) =>
      call({ path: `${importPath(id)}/${decision}`, schema: importStatus, method: 'POST' }),
    sync: () => call({ path: `${paths.adminSearch}/sync`, schema: syncStatus }),
    reindex: () => call({ path: `${paths.adminSearch}/reindex`, schema: syncStatus, method: 'POST' }),
    product: (id) => call({ path: `${paths.products}/${encodeURIComponent(id)}`, schema: product }),
    explain({ q, limit, without, signal }) {
      const query = new URLSearchParams({ q, limit: String(limit) })
      if (without.length > 0) query.set('without', without.join(','))
      return call({
        path: `${paths.adminSearch}/explain?${query.toString()}`,
        schema: explainResponse,
        signal,
      })
    },
    synonyms: () => call({ path: paths.synonyms, schema: synonymsResponse }),
    saveSynonyms: (body) => call({ path: paths.synonyms, schema: synonymsResponse, method: 'PUT', body }),
    rules: () => call({ path: paths.rules, schema: rulesResponse }),
    saveRules: (body) => call({ path: paths.rules, schema: rulesResponse, method: 'PUT', body }),
    previewRules: (body, signal) =>
      call({
        path: `${paths.rules}/preview`,
        schema: rulesPreviewResponse,
        method: 'POST',
        body,
        signal,
      }),
    tags: () => pick(call({ path: paths.adminTags, schema: tagDeskResponse }), ({ tags }) => tags),
    brands: () => pick(call({ path: paths.brands, schema: brandList }), ({ brands }) => brands),
    saveBrands: (brands) =>
      pick(
        call({ path: paths.brands, schema: brandList, method: 'PUT', body: { brands } }),
        (list) => list.brands,
      ),
    queryLists: () => call({ path: paths.blocks, schema: queryLists }),
    saveQueryLists: (lists) => call({ path: paths.blocks, schema: queryLists, method: 'PUT', body: lists }),
    upload: (request) => watched(uploadFile(key, request)),
  }
}
