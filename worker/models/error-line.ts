import type { ModelFailure } from '../ports/language-model.ts'
import type { BoundFailure } from '../ports/metered-model.ts'

/** One short line for the merchant: our words, no text, no key. */
export function errorLine(failure: ModelFailure | BoundFailure): string {
  switch (failure.kind) {
    case 'refused':
      return `The model's server answered ${failure.status}${failure.code === undefined ? '' : ` (${failure.code})`}.`
    case 'timeout':
      return 'The model did not answer in time.'
    case 'unreachable':
      return `The model's server cannot be reached (${failure.detail}).`
    case 'empty':
      return failure.because === 'declined' ? 'The model declined to answer.' : 'The model gave no answer.'
    case 'malformed':
      return `The model's answer cannot be used: ${failure.detail}.`
    case 'too_large':
      return 'The model answered with too much.'
    case 'aborted':
      return 'The work was interrupted.'
    case 'key_unusable':
      return 'The key of the model cannot be opened: store it again.'
    case 'budget':
      return "The shop's budget for models is used up."
    case 'resting':
      return 'The model failed again and again, and is left alone for a moment.'
  }
}
