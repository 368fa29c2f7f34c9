import { z } from 'zod'
import {
  catalogueList,
  importAccepted,
  importList,
  importRequest,
  importStatus,
  product,
} from './catalogue.ts'
import { errorResponse } from './error.ts'
import { gradesRequest, gradesResponse, leaderboardRequest, leaderboardResponse } from './leaderboard.ts'
import { ledgerRequest, ledgerResponse } from './ledger.ts'
import { orderEvent, searchRequest, searchResponse } from './search.ts'
import {
  configResponse,
  createShopRequest,
  createShopResponse,
  settingsPatch,
  settingsResponse,
} from './shops.ts'
import { modelProbe, modelsRequest, modelsResponse, probeRequest } from './models.ts'
import { enrichmentStatus } from './enrichment.ts'
import { vectorStatus } from './vectors.ts'
import { warmingStatus } from './warming.ts'
import { brandList, brandsRequest, queryLists, suggestRequest, suggestResponse } from './typing.ts'
import {
  productTagsRequest,
  productTagsResponse,
  tagDeskRequest,
  tagDeskResponse,
  tagsRequest,
  tagsResponse,
} from './tags.ts'
import {
  rulesPreviewRequest,
  rulesPreviewResponse,
  rulesRequest,
  rulesResponse,
  synonymsRequest,
  synonymsResponse,
} from './tuning.ts'
import { syncStatus } from './sync.ts'
import { paths } from './vocabulary.ts'

export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  /** Who may call: a page with the public key, the shop with its secret key, whoever runs the server, anyone. */
  readonly auth: 'public_key' | 'secret_key' | 'operator' | 'none'
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Status and schema of the answer when all is well. */
  readonly answer: { readonly status: number; readonly schema?: z.ZodType }
}

const importQuery = importRequest.extend({ market: z.string().optional() })

/** The whole API as data: `GET /openapi.json` and the contract's snapshot are made from it. */
export const endpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path: paths.health,
    summary: 'Whether requests can be served',
    auth: 'none',
    answer: { status: 200 },
  },
  {
    method: 'get',
    path: paths.config,
    summary: 'What the widget needs before it shows anything',
    auth: 'public_key',
    answer: { status: 200, schema: configResponse },
  },
  {
    method: 'get',
    path: paths.search,
    summary: 'Search, or browse when q is empty; as a stream when text/event-stream is accepted',
    auth: 'public_key',
    query: searchRequest,
    answer: { status: 200, schema: searchResponse },
  },
  {
    method: 'get',
    path: paths.suggest,
    summary: 'Completions while typing; what is popular when q is empty',
    auth: 'public_key',
    query: suggestRequest,
    answer: { status: 200, schema: suggestResponse },
  },
  {
    method: 'get',
    path: paths.tags,
    summary: 'What the shop has to tap: moods, occasions, recipients, seasons, places, styles, features',
    auth: 'public_key',
    query: tagsRequest,
    answer: { status: 200, schema: tagsResponse },
  },
  {
    method: 'get',
    path: paths.adminTags,
    summary: 'Every tag of the shop with its count, hidden ones too',
    auth: 'secret_key',
    answer: { status: 200, schema: tagDeskResponse },
  },
  {
    method: 'put',
    path: paths.adminTags,
    summary: 'Replace the list of tags that are never offered to shoppers',
    auth: 'secret_key',
    body: tagDeskRequest,
    answer: { status: 200, schema: tagDeskResponse },
  },
  {
    method: 'get',
    path: `${paths.products}/{id}/tags`,
    summary: "A product's tags, with what speaks for each",
    auth: 'secret_key',
    answer: { status: 200, schema: productTagsResponse },
  },
  {
    method: 'put',
    path: `${paths.products}/{id}/tags`,
    summary: "Replace the merchant's corrections of a product's tags; searches obey at once",
    auth: 'secret_key',
    body: productTagsRequest,
    answer: { status: 200, schema: productTagsResponse },
  },
  {
    method: 'post',
    path: paths.shops,
    summary: 'Create a shop',
    auth: 'operator',
    body: createShopRequest,
    answer: { status: 201, schema: createShopResponse },
  },
  {
    method: 'get',
    path: paths.settings,
    summary: 'Everything tunable',
    auth: 'secret_key',
    answer: { status: 200, schema: settingsResponse },
  },
  {
    method: 'patch',
    path: paths.settings,
    summary: 'Change settings',
    auth: 'secret_key',
    body: settingsPatch,
    answer: { status: 200, schema: settingsResponse },
  },
  {
    method: 'get',
    path: paths.imports,
    summary: 'The latest imports',
    auth: 'secret_key',
    answer: { status: 200, schema: importList },
  },
  {
    method: 'post',
    path: paths.imports,
    summary: 'Import a file of products or reviews: the body is the file',
    auth: 'secret_key',
    query: importQuery,
    answer: { status: 202, schema: importAccepted },
  },
  {
    method: 'get',
    path: `${paths.imports}/{id}`,
    summary: 'How an import stands',
    auth: 'secret_key',
    answer: { status: 200, schema: importStatus },
  },
  {
    method: 'post',
    path: `${paths.imports}/{id}/accept`,
    summary: 'Let a held import go live',
    auth: 'secret_key',
    answer: { status: 200, schema: importStatus },
  },
  {
    method: 'post',
    path: `${paths.imports}/{id}/discard`,
    summary: 'Drop a held import',
    auth: 'secret_key',
    answer: { status: 200, schema: importStatus },
  },
  {
    method: 'get',
    path: `${paths.products}/{id}`,
    summary: 'One product',
    auth: 'secret_key',
    answer: { status: 200, schema: product },
  },
  {
    method: 'put',
    path: `${paths.products}/{id}`,
    summary: 'Write one product in import form',
    auth: 'secret_key',
    body: z.record(z.string(), z.unknown()),
    answer: { status: 200, schema: product },
  },
  {
    method: 'delete',
    path: `${paths.products}/{id}`,
    summary: 'Remove one product',
    auth: 'secret_key',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: paths.catalogues,
    summary: 'The live catalogue and those that can be restored',
    auth: 'secret_key',
    answer: { status: 200, schema: catalogueList },
  },
  {
    method: 'post',
    path: `${paths.catalogues}/{id}/restore`,
    summary: 'Bring a replaced catalogue back',
    auth: 'secret_key',
    answer: { status: 204 },
  },
  {
    method: 'get',
    path: paths.brands,
    summary: 'The brands of the catalogue with their other spellings',
    auth: 'secret_key',
    answer: { status: 200, schema: brandList },
  },
  {
    method: 'put',
    path: paths.brands,
    summary: "Replace the merchant's own spellings of brands",
    auth: 'secret_key',
    body: brandsRequest,
    answer: { status: 200, schema: brandList },
  },
  {
    method: 'get',
    path: paths.blocks,
    summary: 'Queries that are never suggested, and those shown before anything is typed',
    auth: 'secret_key',
    answer: { status: 200, schema: queryLists },
  },
  {
    method: 'put',
    path: paths.blocks,
    summary: 'Replace both lists; they hold at once',
    auth: 'secret_key',
    body: queryLists,
    answer: { status: 200, schema: queryLists },
  },
  {
    method: 'get',
    path: `${paths.adminSearch}/explain`,
    summary: 'A search with every stage laid open',
    auth: 'secret_key',
    query: searchRequest,
    answer: { status: 200, schema: searchResponse.extend({ explanation: z.unknown() }) },
  },
  {
    method: 'get',
    path: paths.vectors,
    summary: 'How far the products have been turned into vectors',
    auth: 'secret_key',
    answer: { status: 200, schema: vectorStatus },
  },
  {
    method: 'get',
    path: paths.enrichment,
    summary: 'How far a model has read the products for tags and wishes',
    auth: 'secret_key',
    answer: { status: 200, schema: enrichmentStatus },
  },
  {
    method: 'post',
    path: `${paths.enrichment}/start`,
    summary: 'Have a model read the products from now on; ends a pause and asks again where it had no answer',
    auth: 'secret_key',
    answer: { status: 202, schema: enrichmentStatus },
  },
  {
    method: 'get',
    path: paths.warming,
    summary: 'How far words and orders for what most shoppers search for are thought out before they ask',
    auth: 'secret_key',
    answer: { status: 200, schema: warmingStatus },
  },
  {
    method: 'post',
    path: `${paths.warming}/start`,
    summary: 'Think them out now and once a day from now on; a run under way goes on, its pause ends',
    auth: 'secret_key',
    answer: { status: 202, schema: warmingStatus },
  },
  {
    method: 'get',
    path: `${paths.adminSearch}/sync`,
    summary: 'How far the search server is behind the catalogue',
    auth: 'secret_key',
    answer: { status: 200, schema: syncStatus },
  },
  {
    method: 'post',
    path: `${paths.adminSearch}/reindex`,
    summary: 'Build the search indexes anew beside those in use',
    auth: 'secret_key',
    answer: { status: 202, schema: syncStatus },
  },
  {
    method: 'get',
    path: paths.synonyms,
    summary: 'Words that stand for each other',
    auth: 'secret_key',
    answer: { status: 200, schema: synonymsResponse },
  },
  {
    method: 'put',
    path: paths.synonyms,
    summary: 'Replace the whole list of synonyms',
    auth: 'secret_key',
    body: synonymsRequest,
    answer: { status: 200, schema: synonymsResponse },
  },
  {
    method: 'get',
    path: paths.rules,
    summary: 'Merchandising rules, in the order of their precedence',
    auth: 'secret_key',
    answer: { status: 200, schema: rulesResponse },
  },
  {
    method: 'put',
    path: paths.rules,
    summary: 'Replace the whole list of rules',
    auth: 'secret_key',
    body: rulesRequest,
    answer: { status: 200, schema: rulesResponse },
  },
  {
    method: 'post',
    path: `${paths.rules}/preview`,
    summary: 'What rules would do to a search, without saving them',
    auth: 'secret_key',
    body: rulesPreviewRequest,
    answer: { status: 200, schema: rulesPreviewResponse },
  },
  {
    method: 'get',
    path: paths.models,
    summary:
      "The shop's model endpoints, who serves what, and what is forbidden; keys by their last characters",
    auth: 'secret_key',
    answer: { status: 200, schema: modelsResponse },
  },
  {
    method: 'put',
    path: paths.models,
    summary: 'Replace them; a key that is left out stays',
    auth: 'secret_key',
    body: modelsRequest,
    answer: { status: 200, schema: modelsResponse },
  },
  {
    method: 'post',
    path: `${paths.models}/probe`,
    summary: 'Find out by real calls what an endpoint can do, and keep what was found',
    auth: 'secret_key',
    body: probeRequest,
    answer: { status: 200, schema: modelProbe },
  },
  {
    method: 'get',
    path: paths.grades,
    summary: 'Judged queries: how well products answer them, and who said so',
    auth: 'secret_key',
    answer: { status: 200, schema: gradesResponse },
  },
  {
    method: 'put',
    path: paths.grades,
    summary: 'Replace the whole list of judgements',
    auth: 'secret_key',
    body: gradesRequest,
    answer: { status: 200, schema: gradesResponse },
  },
  {
    method: 'get',
    path: paths.leaderboard,
    summary:
      "How models order the shop's own judged queries: quality, pace, cost, and what may be said of it",
    auth: 'secret_key',
    answer: { status: 200, schema: leaderboardResponse },
  },
  {
    method: 'post',
    path: paths.leaderboard,
    summary: 'Compare models from now on, within the budget; a comparison under way ends',
    auth: 'secret_key',
    body: leaderboardRequest,
    answer: { status: 202, schema: leaderboardResponse },
  },
  {
    method: 'delete',
    path: paths.leaderboard,
    summary: 'End the comparison under way and forget it; what earlier ones have taught stays',
    auth: 'secret_key',
    answer: { status: 200, schema: leaderboardResponse },
  },
  {
    method: 'get',
    path: paths.ledger,
    summary:
      'Every call to a model: when, why, what it cost, what came of it; sums by day; where the budget stands',
    auth: 'secret_key',
    query: ledgerRequest,
    answer: { status: 200, schema: ledgerResponse },
  },
]

/** Events of the search stream, in order: `results` (a search response), at most one `order`, then `done`. */
export const streamEvents = { results: searchResponse, order: orderEvent } as const

export const failure = errorResponse
