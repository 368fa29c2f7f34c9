import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { modelScripts, requestBody, type RequestBody } from './model-scripts.ts'

/** One request as the server saw it. Times are milliseconds since the epoch. */
export interface SeenRequest {
  readonly script: string
  readonly body: RequestBody
  readonly headers: IncomingMessage['headers']
  readonly startedAt: number
  /** When the answer was written to its end. */
  finishedAt?: number
  /** When the connection closed before that, by whichever side. */
  disconnectedAt?: number
}

export interface ScriptedModelServer {
  /** For `LLM_BASE_URL`: up to and without `/chat/completions`. */
  readonly url: string
  readonly requests: readonly SeenRequest[]
  /** Scripts for the next requests that do not name one themselves. */
  readonly queue: string[]
  /** Played where nothing else is named. */
  otherwise: string
  close(): Promise<void>
}

const PREFIX = 'script:'

/** How often a name that turns was asked for. */
const turned = new Map<string, number>()

/**
 * DNS over HTTPS for names of the tests: `inside.` is a private machine, `turning-` is public the first time and
 * private after, `nowhere.` does not exist, `broken.` cannot be looked up, any other is public.
 */
function answerName({ searchParams }: URL, response: ServerResponse): void {
  const name = searchParams.get('name') ?? ''
  const isV4 = searchParams.get('type') === 'A'
  if (name.startsWith('broken.')) {
    response.writeHead(502).end()
    return
  }
  const times = turned.get(name) ?? 0
  if (isV4) turned.set(name, times + 1)
  const isInside = name.startsWith('inside.') || (name.startsWith('turning-') && times > 0)
  const data = isInside ? '192.168.0.7' : '93.184.215.14'
  const Answer = isV4 && !name.startsWith('nowhere.') ? [{ name, type: 1, TTL: 60, data }] : []
  response.writeHead(200, { 'content-type': 'application/dns-json' })
  response.end(JSON.stringify({ Status: name.startsWith('nowhere.') ? 3 : 0, Answer }))
}

/**
 * A server of OpenAI's Chat Completions on loopback that answers by script, over real HTTP.
 *
 * A request names its script in the header `x-script` or in its model, `script:stall`. Several by comma are played
 * request by request, the last one for ever; `#` and anything behind it makes a model unique, so that tests that
 * share a server do not share its counters: `script:busy=1,reverse#7f3a`. `=` hands a script an argument. Otherwise
 * the queue is asked, then `otherwise` is played.
 *
 * `GET /dns-query` plays a name server.
 *
 * `GET /requests?model=…` gives what was seen of one model, for tests that live in another process.
 */
export async function startScriptedModelServer(otherwise = 'overlap'): Promise<ScriptedModelServer> {
  const requests: SeenRequest[] = []
  const queue: string[] = []
  const played = new Map<string, number>()
  const closing = new AbortController()

  function scriptFor(request: IncomingMessage, { model = '' }: RequestBody): string {
    const header = request.headers['x-script']
    const named =
      typeof header === 'string' ? header : model.startsWith(PREFIX) ? model.slice(PREFIX.length) : ''
    if (named === '') return queue.shift() ?? answering.otherwise
    const turn = played.get(named) ?? 0
    played.set(named, turn + 1)
    const scripts = (named.split('#')[0] ?? '').split(',')
    return scripts[Math.min(turn, scripts.length - 1)] ?? answering.otherwise
  }

  async function complete(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = requestBody.parse(await json(request))
    const script = scriptFor(request, body)
    const seen: SeenRequest = { script, body, headers: request.headers, startedAt: Date.now() }
    requests.push(seen)
    const gone = new AbortController()
    response.on('close', () => {
      if (response.writableFinished) seen.finishedAt = Date.now()
      else seen.disconnectedAt = Date.now()
      gone.abort()
    })
    const [name = '', argument = ''] = script.split('=')
    const play = modelScripts[name]
    if (!play) {
      response.writeHead(404).end(`no script is named ${name}`)
      return
    }
    await play({ request, response, body, argument, gone: AbortSignal.any([gone.signal, closing.signal]) })
  }

  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'GET' && address.pathname === '/requests') {
      const model = address.searchParams.get('model')
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(requests.filter(({ body }) => body.model === model)))
    } else if (address.pathname === '/dns-query') {
      answerName(address, response)
    } else if (request.method === 'POST' && address.pathname === '/v1/chat/completions') {
      complete(request, response).catch(() => response.destroy())
    } else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the model server has no port')

  const answering: ScriptedModelServer = {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    queue,
    otherwise,
    async close() {
      closing.abort()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
  return answering
}
