import { addressSentence } from '../../outgoing/judge-url.ts'
import type { AddressProblem } from '../../ports/address-guard.ts'
import type { ModelFailure } from '../../ports/language-model.ts'

export interface Explained {
  readonly code: string
  readonly message: string
}

const explained = (code: string, message: string): Explained => ({ code, message })

export const explainAddress = (problem: AddressProblem): Explained =>
  explained(`address_${problem}`, addressSentence(problem))

const noCredit = /quota|credit|billing|balance|^3036$/i
const noModel = /model/i

function explainStatus(status: number, code = ''): Explained {
  if (status >= 300 && status < 400)
    return explained(
      'redirected',
      'The address sends callers on to another one, which is not followed because the key would go along: enter the final address.',
    )
  if (status === 402 || (status === 429 && noCredit.test(code)))
    return explained('no_credit', 'The account has no credit or allowance left: top it up at the provider.')
  if (status === 401)
    return explained('key_refused', 'The server does not accept the key: copy it again from the provider.')
  if (status === 403)
    return explained(
      'not_allowed',
      'The key may not use this model: allow it at the provider, or agree to its terms there.',
    )
  if (status === 404 || status === 405 || noModel.test(code))
    return noModel.test(code) || code === '5007'
      ? explained('model_missing', 'The server has no model of this name: check how the provider writes it.')
      : explained(
          'not_found',
          'The server knows nothing at this address, or no model of this name: the address usually ends in /v1, without /chat/completions.',
        )
  if (status === 429)
    return explained('busy', 'The server takes no more requests right now: try again in a minute.')
  if (status >= 500)
    return explained(
      'server_error',
      `The server reports a fault of its own (${status}): try again, or ask its operator.`,
    )
  return explained(
    'request_refused',
    `The server does not take the request (${status}): it may not speak OpenAI's Chat Completions.`,
  )
}

/** Why an endpoint gave no answer, and what a merchant can do. Nothing of the server's own words. Pure. */
export function explainFailure(failure: ModelFailure, waitedMs: number): Explained {
  switch (failure.kind) {
    case 'refused':
      return explainStatus(failure.status, failure.code)
    case 'timeout':
      return explained(
        'too_slow',
        `The server did not answer within ${Math.max(1, Math.round(waitedMs / 1000))} s: it may still be loading the model; try again, or use a smaller one.`,
      )
    case 'aborted':
      return explained('interrupted', 'The check was interrupted: start it again.')
    case 'unreachable':
      return failure.detail === 'AddressRefused'
        ? explainAddress('private')
        : explained(
            'unreachable',
            'There is no connection to the server: check the address, and that the server runs and can be reached from the internet.',
          )
    case 'key_unusable':
      return explained('key_unusable', 'The stored key cannot be read any more: type it again.')
    case 'malformed':
      return failure.isPage
        ? explained(
            'page',
            'The address answers with a web page, not as an API: the address of the API usually ends in /v1.',
          )
        : explained('not_this_api', "The server answers, but not in the form of OpenAI's Chat Completions.")
    case 'empty':
      return failure.thought
        ? explained(
            'thinks_only',
            'The model thinks until its tokens are used up and cannot be kept from it: choose a model that does not think.',
          )
        : explained('no_text', 'The model answers without any text: choose another model.')
    case 'too_large':
      return explained('too_much', 'The model does not stop writing: choose another model.')
  }
}
