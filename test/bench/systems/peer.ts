import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { EngineName } from '../peers/engines.ts'
import { residentBytes } from '../process-cpu.ts'
import type { ComparedSystem, FlatProduct } from './compared-system.ts'

const DOCUMENTS_A_CALL = 1000
/** A hundred thousand products in one of these engines outgrow Node's own limit. */
const HEAP_MB = 6144

interface PeerAnswer {
  readonly hits: readonly { readonly id: string }[]
  readonly total: number
}

/** Starts an npm engine in a Node process of its own. */
export async function startPeer(engine: EngineName, name: string): Promise<ComparedSystem> {
  const child = fork(fileURLToPath(new URL('../peers/serve.ts', import.meta.url)), [engine], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
  })
  const [port] = (await once(child, 'message')) as [number]
  const url = `http://127.0.0.1:${port}/`
  const pid = child.pid ?? null
  const call = async (method: string, body?: string) => {
    const answer = await fetch(url, { method, ...(body === undefined ? {} : { body }) })
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`)
    await answer.arrayBuffer()
  }
  const answered = (body: string) => JSON.parse(body) as PeerAnswer
  return {
    name,
    metric: `peer.${engine}`,
    pid,
    async load(catalogue) {
      await call('DELETE')
      const held = pid === null ? null : await residentBytes(pid)
      const begun = performance.now()
      let batch: FlatProduct[] = []
      const send = async () => {
        await call('POST', batch.map((product) => JSON.stringify(product)).join('\n'))
        batch = []
      }
      for (const product of catalogue.flat()) {
        batch.push(product)
        if (batch.length === DOCUMENTS_A_CALL) await send()
      }
      if (batch.length > 0) await send()
      const indexMs = performance.now() - begun
      const holds = pid === null ? null : await residentBytes(pid)
      return {
        indexMs,
        grownBy: held === null || holds === null ? null : holds - held,
        request: ({ words, maxPrice }, limit) => ({
          url: `${url}?${new URLSearchParams({
            q: words,
            limit: String(limit),
            ...(maxPrice === undefined ? {} : { max_price: String(maxPrice) }),
          })}`,
        }),
        idsOf: (body) => answered(body).hits.map(({ id }) => id),
        totalOf: (body) => answered(body).total,
      }
    },
    async close() {
      child.kill()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
