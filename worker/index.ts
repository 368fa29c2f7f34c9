import { createApp } from './app.ts'
import { compose } from './compose.ts'
import type { Bindings } from './bindings.ts'
import type { Services } from './ports/services.ts'
import type { ShopJob } from './shop/shop-core.ts'
import { consumeJobs } from './sync/consume-jobs.ts'

export { ShopObject } from './shop/shop-object.ts'

const composed = new WeakMap<Bindings, Services>()

/** An isolate's environment does not change: its services are joined once. */
function servicesOf(env: Bindings): Services {
  const held = composed.get(env)
  if (held) return held
  const services = compose(env)
  composed.set(env, services)
  return services
}

const app = createApp(servicesOf)

export default {
  fetch: app.fetch,
  async queue(batch, env) {
    await consumeJobs(servicesOf(env), batch.messages)
  },
} satisfies ExportedHandler<Bindings, ShopJob>
