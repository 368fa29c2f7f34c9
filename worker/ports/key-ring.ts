import type { Result } from '../result.ts'

/** Encrypts what a shop entrusts to us, such as the key of its model. */
export interface KeyRing {
  /** @param owner whose text it is; only the same owner can open it again */
  seal(text: string, owner: string): Promise<string>
  /** `unknown_key`: sealed under a key that is not on the ring. `damaged`: changed, or another owner's. */
  open(sealed: string, owner: string): Promise<Result<string, 'unknown_key' | 'damaged'>>
  /** Whether the text should be sealed again, because the ring's first key is another by now. */
  isStale(sealed: string): Promise<boolean>
}
