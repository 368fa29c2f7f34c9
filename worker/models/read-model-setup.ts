import type { ModelEndpointInput, ModelsRequest } from '../contract/models.ts'
import { modelPurposes } from '../contract/vocabulary.ts'
import { addressSentence } from '../outgoing/judge-url.ts'
import type { KeyRing } from '../ports/key-ring.ts'
import type { Models } from '../ports/models.ts'
import type { ShopModels, StoredEndpoint } from '../ports/shop-models.ts'
import type { ShopRecord } from '../ports/shop-store.ts'
import { err, ok, type Result } from '../result.ts'
import { mayProcess } from './choose-model.ts'
import { keyOwner } from './key-owner.ts'
import { workersAiModel, workersAiModels } from './workers-ai-models.ts'

/** Why a set-up was not saved: the field to mend and what to do. */
export interface Unsavable {
  readonly field: string
  readonly message: string
}

const unsavable = (field: string, message: string) =>
  err<Unsavable>({ field, message: `${message} Nothing was saved.` })

/** A key of this length or more may show its last characters: fewer would be too much of it. */
const HINTED_CHARACTERS = 16
const HINT_CHARACTERS = 4

type Checks = Pick<Models, 'keys' | 'guard' | 'hasPlatform'>

/** The address as it is kept and called: no slash at its end, no question, nothing after #. */
function tidyAddress(address: string): string | null {
  if (!URL.canParse(address)) return address
  const { search, hash } = new URL(address)
  return search === '' && hash === '' ? address.replace(/\/+$/, '') : null
}

function platformProblem(input: ModelEndpointInput, field: string, { hasPlatform }: Checks) {
  if (!hasPlatform)
    return unsavable(
      `${field}.kind`,
      'Models of the platform are not offered here: the operator has set no AI_DAILY_TOKENS, or this is no Cloudflare deployment.',
    )
  if (!workersAiModel(input.model)) {
    const names = workersAiModels.map(({ name }) => name).join(', ')
    return unsavable(`${field}.model`, `This model is not one of those offered: ${names}.`)
  }
  if (input.base_url !== '' || (input.key ?? '') !== '')
    return unsavable(`${field}.base_url`, 'A model of the platform has no address and no key of its own.')
  return null
}

/** The key sealed: a new one, or the stored one, which is sealed again when the operator has changed the secret. */
async function sealKey(
  shop: string,
  input: ModelEndpointInput,
  before: StoredEndpoint | undefined,
  keys: KeyRing | null,
): Promise<Result<Pick<StoredEndpoint, 'sealedKey' | 'keyHint'>, string>> {
  const owner = keyOwner(shop, input)
  if (input.key === '') return ok({ sealedKey: null, keyHint: null })
  if (input.key !== undefined) {
    if (!keys)
      return err('Keys cannot be stored: the operator has to set ENCRYPTION_KEY on this installation first.')
    const keyHint = input.key.length < HINTED_CHARACTERS ? null : input.key.slice(-HINT_CHARACTERS)
    return ok({ sealedKey: await keys.seal(input.key, owner), keyHint })
  }
  if (!before || before.sealedKey === null) return ok({ sealedKey: null, keyHint: null })
  if (before.base_url !== input.base_url)
    return err('The address has changed: type the key again, so that it goes only where you mean it to.')
  const { sealedKey, keyHint } = before
  if (!keys || !(await keys.isStale(sealedKey))) return ok({ sealedKey, keyHint })
  const opened = await keys.open(sealedKey, owner)
  return ok({ sealedKey: opened.ok ? await keys.seal(opened.value, owner) : sealedKey, keyHint })
}

async function readEndpoint(
  shop: ShopRecord,
  typed: ModelEndpointInput,
  field: string,
  models: Checks,
): Promise<Result<StoredEndpoint, Unsavable>> {
  const before = shop.models.endpoints.find(({ id }) => id === typed.id)
  if (typed.kind === 'workers-ai') {
    const problem = platformProblem(typed, field, models)
    if (problem) return problem
  }
  const address = typed.kind === 'openai' ? tidyAddress(typed.base_url) : ''
  if (address === null)
    return unsavable(`${field}.base_url`, 'The address must end before any ? or #, such as https://host/v1.')
  if (typed.kind === 'openai' && address !== before?.base_url) {
    const admitted = await models.guard.admit(address)
    if (!admitted.ok) return unsavable(`${field}.base_url`, addressSentence(admitted.error))
  }
  const { key: _key, price, ...plain } = { ...typed, base_url: address }
  const sealed = await sealKey(shop.id, { ...typed, base_url: address }, before, models.keys)
  if (!sealed.ok) return unsavable(`${field}.key`, sealed.error)
  const isSame =
    before?.kind === plain.kind &&
    before.base_url === plain.base_url &&
    before.model === plain.model &&
    before.dialect === plain.dialect &&
    typed.key === undefined
  return ok({
    ...plain,
    ...(price ? { price } : {}),
    ...sealed.value,
    probe: isSame ? before.probe : null,
  })
}

function servesProblem(models: Omit<ShopModels, 'version'>) {
  const { endpoints, serves } = models
  for (const purpose of modelPurposes) {
    const named = serves[purpose]
    if (named === undefined || named === 'default' || named === 'none') continue
    const endpoint = endpoints.find(({ id }) => id === named)
    const field = `serves.${purpose}`
    if (!endpoint) return unsavable(field, `There is no endpoint "${named}".`)
    if (purpose === 'embed' && endpoint.kind !== 'openai')
      return unsavable(field, 'Vectors come from an endpoint of kind openai, or from default.')
    if (!mayProcess(endpoint, { ...models, version: 0 }))
      return unsavable(field, `"${named}" is abroad or run by others, which processing forbids.`)
  }
  return null
}

/**
 * What a shop has typed, checked and ready to be stored: addresses admitted by the guard, keys sealed, probes kept
 * where nothing has changed that they speak of.
 */
export async function readModelSetup(
  shop: ShopRecord,
  { endpoints: typed, serves, processing }: ModelsRequest,
  models: Checks,
): Promise<Result<Omit<ShopModels, 'version'>, Unsavable>> {
  const endpoints: StoredEndpoint[] = []
  for (const [index, one] of typed.entries()) {
    const field = `endpoints.${index}`
    if (endpoints.some(({ id }) => id === one.id))
      return unsavable(`${field}.id`, `There are two endpoints "${one.id}": give each a name of its own.`)
    const endpoint = await readEndpoint(shop, one, field, models)
    if (!endpoint.ok) return endpoint
    endpoints.push(endpoint.value)
  }
  const setup = { endpoints, serves, processing }
  return servesProblem(setup) ?? ok(setup)
}
