import { startScriptedModelServer } from '../../support/scripted-model-server.ts'

/**
 * The scripted model server in a process of its own, so that its work does not delay who measures. A message names the
 * script to play from now on; the answer says what came in since the message before.
 */

/** What was asked between two messages. */
export interface AskedOfModel {
  readonly expansions: number
  readonly orders: number
  /** Calls of that time that nobody has ended, by now. */
  readonly open: number
}

const server = await startScriptedModelServer()
let told = 0

process.on('message', (script: string) => {
  const asked = server.requests.slice(told)
  told = server.requests.length
  server.otherwise = script
  const orders = asked.filter(({ body }) => JSON.stringify(body.messages).includes('Products:')).length
  const open = asked.filter((one) => one.finishedAt === undefined && one.disconnectedAt === undefined).length
  process.send?.({ orders, expansions: asked.length - orders, open } satisfies AskedOfModel)
})
process.on('disconnect', () => void server.close())
process.send?.(server.url)
