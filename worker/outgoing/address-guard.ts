import type { AddressGuard, AddressProblem } from '../ports/address-guard.ts'
import { err, ok, type Result } from '../result.ts'
import { hostOf, judgeUrl } from './judge-url.ts'
import type { NameServer } from './name-server.ts'
import { isPublicAddress } from './public-address.ts'

/** An address that a shop typed turned out to be one that is not called. Its name is all that is told about it. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
  readonly problem: AddressProblem

  constructor(problem: AddressProblem) {
    super(problem)
    this.problem = problem
  }
}

export interface AddressGuardOptions {
  /** http, other ports and private addresses may be called too, and names are not looked up. */
  readonly allowPrivate: boolean
  readonly names: NameServer
  readonly now: () => number
  readonly fetch?: typeof fetch
}

/** A name is looked up again after this long, so that one which changes its mind is noticed. */
const VERDICT_MS = 60_000
const HOSTS_MOST = 1_000

type Verdict = AddressProblem | null

/** The caller's deadline counts while a name is looked up, too. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return work
  const aborted = new Promise<never>((_, reject) => {
    const leave = () => reject(new DOMException('left while a name was looked up', 'AbortError'))
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
  return Promise.race([work, aborted])
}

/**
 * Refuses addresses inside private networks by their text and by what their names stand for now. The platform looks the
 * name up once more when it connects and cannot be told which address to take, so a name server that answers the two
 * questions differently is not caught; redirects, and names that point inside at any other time, are.
 *
 * When nobody can be asked, a new address is not accepted, and one that was accepted before is called on the last
 * verdict.
 */
export function createAddressGuard(options: AddressGuardOptions): AddressGuard {
  const { allowPrivate, names, now } = options
  // Called as a plain function: workerd refuses a `fetch` called as somebody's method.
  const send = options.fetch ?? fetch
  const held = new Map<string, { readonly verdict: Verdict; readonly until: number }>()

  async function verdictOn(host: string): Promise<Verdict> {
    const known = held.get(host)
    if (known && known.until > now()) return known.verdict
    const found = await names.resolve(host)
    if (!found.ok && found.error === 'unresolved') return 'unresolved'
    const verdict = found.ok
      ? found.value.every((address) => isPublicAddress(address) === true)
        ? null
        : 'private'
      : found.error
    if (held.size >= HOSTS_MOST) held.clear()
    held.set(host, { verdict, until: now() + VERDICT_MS })
    return verdict
  }

  async function judge(address: string): Promise<Result<null, AddressProblem>> {
    const url = judgeUrl(address, { allowPrivate })
    if (!url.ok) return url
    const host = hostOf(url.value)
    if (allowPrivate || isPublicAddress(host) !== null) return ok(null)
    const verdict = await verdictOn(host)
    return verdict === null ? ok(null) : err(verdict)
  }

  return {
    admit: judge,
    async fetch(input, init) {
      const address = input instanceof Request ? input.url : String(input)
      const judged = await unlessAborted(judge(address), init?.signal)
      const lastVerdict = () => held.get(hostOf(new URL(address)))?.verdict ?? null
      const problem = judged.ok ? null : judged.error === 'unresolved' ? lastVerdict() : judged.error
      if (problem) throw new AddressRefused(problem)
      return send(input, { ...init, redirect: 'manual' })
    },
  }
}
