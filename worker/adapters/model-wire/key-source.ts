import type { Result } from '../../result.ts'

/** Where a call gets its key: out of the environment, or opened for the moment. undefined: the server wants none. */
export type KeySource = () => Promise<Result<string | undefined, { readonly kind: 'key_unusable' }>>
