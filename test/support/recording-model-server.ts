import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

const requestBody = z.looseObject({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.unknown().optional(),
  max_tokens: z.number().optional(),
})

/** One prompt that was sent. */
export interface RecordedPrompt {
  /** SHA-256 of the user message, hex: what an answer is filed under. */
  readonly digest: string
  readonly system: string
  readonly user: string
  readonly schema: unknown
  readonly maxTokens: number | undefined
}

export interface RecordingModelServer {
  /** For `LLM_BASE_URL`. */
  readonly url: string
  readonly prompts: readonly RecordedPrompt[]
  close(): Promise<void>
}

export const digestOf = (user: string): string => createHash('sha256').update(user, 'utf8').digest('hex')

/** Says of every product in a prompt that there is nothing to say. */
function abstention(user: string): string {
  const numbers = [...user.matchAll(/^(\d+)\|/gm)].map(([, number]) => Number(number))
  return JSON.stringify({ p: numbers.map((n) => ({ n, t: [], w: [] })) })
}

/** A server of OpenAI's Chat Completions on loopback that writes prompts down and abstains. */
export async function startRecordingModelServer(): Promise<RecordingModelServer> {
  const prompts: RecordedPrompt[] = []
  const server = createServer((request, response) => {
    void json(request).then(
      (body) => {
        const { messages, response_format: format, max_tokens: maxTokens } = requestBody.parse(body)
        const of = (role: string) => messages.find((message) => message.role === role)?.content ?? ''
        const user = of('user')
        prompts.push({ digest: digestOf(user), system: of('system'), user, schema: format, maxTokens })
        response.writeHead(200, { 'content-type': 'application/json' })
        const message = { role: 'assistant', content: abstention(user) }
        response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] }))
      },
      () => response.destroy(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the recording server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    prompts,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
