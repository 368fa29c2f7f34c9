import { z } from 'zod'

// The page's content security policy forbids eval, and zod would try it once to see. Import before any schema.
z.config({ jitless: true })
