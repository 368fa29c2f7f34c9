import { RpcTarget } from 'cloudflare:workers'
import type { Outside } from '../../ports/outside-finds.ts'
import type { Found, RetrievalFailure } from '../../ports/retriever.ts'
import type { Result } from '../../result.ts'

/** A search that waits for a search server: whoever asks the server holds this, and lets go of it with the answer. */
export class BegunSearch extends RpcTarget {
  readonly #finish: (outside: Outside) => Result<Found, RetrievalFailure>

  constructor(finish: (outside: Outside) => Result<Found, RetrievalFailure>) {
    super()
    this.#finish = finish
  }

  finish(outside: Outside): Result<Found, RetrievalFailure> {
    return this.#finish(outside)
  }
}
