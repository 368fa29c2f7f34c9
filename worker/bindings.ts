import type { AiBinding } from './adapters/embedder-workers-ai/embedder.ts'
import type { TextAiBinding } from './adapters/llm-workers-ai/model.ts'
import type { ShopJob } from './shop/shop-core.ts'
import type { ShopObject } from './shop/shop-object.ts'

/** What the platform binds besides text. */
export interface Bindings {
  readonly SHOP: DurableObjectNamespace<ShopObject>
  /** Files of the widget and the admin panel. */
  readonly ASSETS: Fetcher
  /** Jobs of shops that need the network. */
  readonly JOBS: Queue<ShopJob>
  /** In a deployment only: it cannot be had locally. */
  readonly AI?: AiBinding & TextAiBinding
}
