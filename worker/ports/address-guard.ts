import type { Result } from '../result.ts'

/** Why an address that a shop typed is not called. */
export type AddressProblem =
  | 'unreadable'
  | 'not_https'
  | 'credentials'
  | 'port'
  /** The name or the IP address belongs to a network that is not public. */
  | 'private'
  /** The name server says that there is no such name. */
  | 'no_such_name'
  /** Nobody could be asked what the name stands for. */
  | 'unresolved'

/** Stands between this installation and every address that a shop typed. */
export interface AddressGuard {
  /** Before such an address is stored or tried: what cannot be looked up is not accepted. */
  admit(address: string): Promise<Result<null, AddressProblem>>
  /**
   * Calls an address that was admitted before. Redirects are not followed: the caller sees the 3xx and treats it as a
   * failure.
   * @throws an error named AddressRefused, and what `fetch` throws
   */
  readonly fetch: typeof fetch
}
