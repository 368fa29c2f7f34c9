import type { Bindings } from '../../../worker/bindings.ts'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../../../worker/index.ts')
    }
    interface Env extends Bindings {
      readonly OPERATOR_TOKEN: string
      readonly RATE_LIMITS: string
    }
  }
}
