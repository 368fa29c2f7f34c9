import { z } from 'zod'

// The page's content security policy forbids eval, and zod would try it once to see: with the first schema, so this
// module must be reached before the contract is.
z.config({ jitless: true })

export { z }
