import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { playServer } from './played-server.ts'
import { enrichmentAnswers } from './enrichment-answers.ts'

/** What a scripted answer may look at and do. */
export interface Scene {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly body: RequestBody
  /** What stands behind `=` in the script's name. */
  readonly argument: string
  /** Aborts when the client has gone or the server closes. */
  readonly gone: AbortSignal
}

/** What the server looks at; whatever else a client sends is kept for the test to see. */
export const requestBody = z.looseObject({
  model: z.string().optional(),
  response_format: z.unknown().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).optional(),
})
export type RequestBody = z.infer<typeof requestBody>

const CHOSEN_MOST = 12
const SIXTY_FIVE_KIB = 65 * 1024

const pause = (ms: number, gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (gone.aborted) return resolve()
    const timer = setTimeout(resolve, ms)
    gone.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

const forever = (gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (gone.aborted) resolve()
    else gone.addEventListener('abort', () => resolve())
  })

const userText = (body: RequestBody): string =>
  body.messages?.find(({ role }) => role === 'user')?.content ?? ''

/** The numbered lines of a re-ranking prompt. */
function cardsOf(body: RequestBody): { number: number; text: string }[] {
  return [...userText(body).matchAll(/^(\d+)\|(.*)$/gm)].map(([, number, text]) => ({
    number: Number(number),
    text: (text ?? '').toLowerCase(),
  }))
}

const shopperWords = (body: RequestBody): string[] =>
  (/^Shopper: ⟦(.*)⟧$/m.exec(userText(body))?.[1] ?? '').toLowerCase().split(/\s+/).filter(Boolean)

function reversed(body: RequestBody): number[] {
  return cardsOf(body)
    .map(({ number }) => number)
    .reverse()
    .slice(0, CHOSEN_MOST)
}

/** Cards that hold most of the shopper's words first; cards with none are not chosen. */
function byOverlap(body: RequestBody): number[] {
  const words = shopperWords(body)
  return cardsOf(body)
    .map(({ number, text }) => ({ number, shared: words.filter((word) => text.includes(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((left, right) => right.shared - left.shared || left.number - right.number)
    .map(({ number }) => number)
    .slice(0, CHOSEN_MOST)
}

const answerOf = (order: readonly (number | string)[]): string => JSON.stringify({ r: order })

/** An order with reasons: of each of its first three cards the facts of the card that `whose` names. */
function reasonedAnswer(body: RequestBody, whose: (number: number) => number): string {
  const facts = new Map(cardsOf(body).map(({ number, text }) => [number, text.split('|').at(-1) ?? '']))
  const order = reversed(body)
  const w = order.slice(0, 3).map((number) => `${number}|${facts.get(whose(number)) ?? ''}`)
  return JSON.stringify({ r: order, w })
}

function startStream({ response }: Scene): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  response.flushHeaders()
}

const event = (choice: object): string =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    model: 'scripted-1',
    choices: [{ index: 0, ...choice }],
  })}\n\n`

const delta = (content: string): string => event({ delta: { content }, finish_reason: null })

/** A model that does as it is asked: words for a wish, the last card first for an order. */
const asAsked = (body: RequestBody, words: string): string =>
  cardsOf(body).length > 0 ? answerOf(reversed(body)) : JSON.stringify({ w: words.split('+') })

/** Everything the model was told. */
const toldText = (body: RequestBody): string => (body.messages ?? []).map(({ content }) => content).join('\n')

/** A stream as servers send it: role first, then small pieces, the finish, the count of tokens, the end mark. */
function stream(scene: Scene, text: string, finish = 'stop'): void {
  startStream(scene)
  const { response } = scene
  response.write(event({ delta: { role: 'assistant', content: '' }, finish_reason: null }))
  for (const piece of text.match(/[\s\S]{1,3}/g) ?? []) response.write(delta(piece))
  response.write(event({ delta: {}, finish_reason: finish }))
  response.write(
    `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 700, completion_tokens: 23 } })}\n\n`,
  )
  response.end('data: [DONE]\n\n')
}

function plain({ response }: Scene, message: object, status = 200, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type })
  response.end(
    JSON.stringify({
      model: 'scripted-1',
      choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 700, completion_tokens: 23 },
    }),
  )
}

function refuse(
  { response }: Scene,
  status: number,
  error: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify({ error }))
}

function refuseFormat(scene: Scene, status: number): void {
  if (!scene.body.response_format) return stream(scene, answerOf(reversed(scene.body)))
  refuse(scene, status, {
    message: 'response_format: json_schema is not supported',
    type: 'invalid_request_error',
  })
}

const aboutProducts = Object.fromEntries(
  Object.entries(enrichmentAnswers).map(([name, tell]) => [
    name,
    (scene: Scene) => stream(scene, tell(userText(scene.body), scene.argument)),
  ]),
)

/** Every way a server may answer, by the name a test asks for. */
export const modelScripts: Readonly<Record<string, (scene: Scene) => void | Promise<void>>> = {
  ...aboutProducts,
  reverse: (scene) => stream(scene, answerOf(reversed(scene.body))),
  /** The same, so many milliseconds later. */
  async 'reverse-after'(scene) {
    await pause(Number(scene.argument), scene.gone)
    stream(scene, answerOf(reversed(scene.body)))
  },
  overlap: (scene) => stream(scene, answerOf(byOverlap(scene.body))),
  plain: (scene) => plain(scene, { content: answerOf(reversed(scene.body)) }),
  'plain-as-stream': (scene) =>
    plain(scene, { content: answerOf(reversed(scene.body)) }, 200, 'text/event-stream'),
  fenced: (scene) => stream(scene, `\`\`\`json\n${answerOf(reversed(scene.body))}\n\`\`\``),
  prose: (scene) =>
    stream(
      scene,
      `Of the ${cardsOf(scene.body).length} products [see above] I pick [3, 1, 2], which fit {best}.`,
    ),
  invented: (scene) => stream(scene, answerOf([99, 'sku-7', -1, 0, 2, 1.5, 1])),
  duplicates: (scene) => stream(scene, answerOf([2, 2, 1, 2, 1])),
  nothing: (scene) => stream(scene, answerOf([])),
  /** An order of cards; the words of a wish that comes without any. */
  'order-or-echo'(scene) {
    const isOrder = cardsOf(scene.body).length > 0
    stream(scene, isOrder ? answerOf(reversed(scene.body)) : JSON.stringify({ w: shopperWords(scene.body) }))
  },
  /** Search words for a wish; a `+` between them. */
  words: (scene) => stream(scene, JSON.stringify({ w: scene.argument.split('+') })),
  /** The answer itself, in Base64 with the URL's alphabet. */
  raw: (scene) => stream(scene, Buffer.from(scene.argument, 'base64url').toString('utf8')),
  helpful: (scene) => stream(scene, asAsked(scene.body, scene.argument || 'unicorn')),
  /** The same, so many milliseconds later. */
  async 'helpful-after'(scene) {
    await pause(Number(scene.argument), scene.gone)
    stream(scene, asAsked(scene.body, 'unicorn'))
  },
  /** Helpful where a wish begins with "the", else as the script behind `=`. */
  'or-helpful': (scene) =>
    modelScripts[userText(scene.body).includes('⟦the ') ? 'helpful' : scene.argument || 'silent']?.({
      ...scene,
      argument: '',
    }),
  /** Does what an injected text may ask: gives away all it was told, in place of an answer. */
  tell: (scene) => plain(scene, { content: toldText(scene.body) }),
  /** The same within the form of an answer, an entry a line and a word. */
  'tell-in-form'(scene) {
    const lines = toldText(scene.body).split('\n')
    const entries = [...lines, ...lines.flatMap((line) => line.split(/\s+/))]
    plain(scene, { content: JSON.stringify({ r: [...entries, 3, 1], w: entries, reasons: entries }) })
  },
  /** Names products by their ids, and chooses cards besides. */
  'name-others'(scene) {
    const ids = ['hidden', 'members', 'sku-1', '../admin', '1 OR 1=1']
    stream(scene, JSON.stringify({ r: [...ids, 999, -1, 2, 1], w: ids, ids, added: ids, hits: ids }))
  },
  /** The last card first, and of each of the first three what its line says last. */
  quote: (scene) =>
    stream(
      scene,
      reasonedAnswer(scene.body, (number) => number),
    ),
  /** The same, of each what another's line says. */
  'quote-others': (scene) =>
    stream(
      scene,
      reasonedAnswer(scene.body, (number) => number - 1),
    ),
  'only-invented': (scene) => stream(scene, answerOf([97, 98])),
  'declined-in-words': (scene) => stream(scene, "I'm sorry, but I can't help with ranking these."),
  declined(scene) {
    startStream(scene)
    scene.response.write(event({ delta: { refusal: 'I cannot help with that.' }, finish_reason: 'stop' }))
    scene.response.end('data: [DONE]\n\n')
  },
  'declined-plain': (scene) => plain(scene, { content: null, refusal: 'I cannot help with that.' }),
  silent: (scene) => stream(scene, ''),
  truncated: (scene) => stream(scene, '{"r":[3,1,2', 'length'),
  'truncated-thinking': (scene) => stream(scene, '<think>First I look at [1, 2', 'length'),
  think: (scene) => stream(scene, `<think>Maybe {"r":[1]}? No.</think>\n${answerOf(reversed(scene.body))}`),
  'think-unopened': (scene) => stream(scene, `Maybe [1, 2].</think>${answerOf(reversed(scene.body))}`),
  reasoning(scene) {
    startStream(scene)
    scene.response.write(event({ delta: { reasoning_content: '{"r":[1]}' } }))
    scene.response.write(event({ delta: { reasoning: '{"r":[2]}', content: null } }))
    scene.response.write(delta(answerOf(reversed(scene.body))))
    scene.response.end('data: [DONE]\n\n')
  },
  /** The whole answer, then an open line: only a client that stops by itself is done. */
  async lingering(scene) {
    startStream(scene)
    scene.response.write(delta(answerOf(reversed(scene.body))))
    await forever(scene.gone)
  },
  stall: ({ gone }) => forever(gone),
  async 'stall-midway'(scene) {
    startStream(scene)
    scene.response.write(delta('{"r":[2,'))
    await forever(scene.gone)
  },
  async drip(scene) {
    startStream(scene)
    for (const byte of Buffer.from(delta(answerOf(reversed(scene.body))))) {
      if (scene.gone.aborted) return
      scene.response.write(Buffer.of(byte))
      await pause(1000, scene.gone)
    }
    scene.response.end()
  },
  busy: (scene) => refuse(scene, 429, { code: 'rate_limit_exceeded' }, { 'retry-after': scene.argument }),
  unavailable: (scene) => refuse(scene, 503, { code: 'overloaded' }, { 'retry-after': scene.argument }),
  'busy-silent': (scene) => refuse(scene, 429, { code: 'rate_limit_exceeded' }),
  broken: (scene) => refuse(scene, 500, { message: 'internal', type: 'server_error' }),
  unknown: (scene) => refuse(scene, 400, { message: 'no such model', code: 'model_not_found' }),
  'no-format': (scene) => refuseFormat(scene, 400),
  'no-format-422': (scene) => refuseFormat(scene, 422),
  /** Repeats the caller's key wherever an error has room. */
  unauthorized(scene) {
    const key = (scene.request.headers.authorization ?? '').replace('Bearer ', '')
    refuse(scene, 401, { message: `Incorrect API key provided: ${key}`, code: key, type: key })
  },
  redirect({ response }) {
    response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' })
    response.end()
  },
  malformed(scene) {
    startStream(scene)
    scene.response.write(delta('{"r":[1'))
    scene.response.write('data: {"choices":[{"delta":{"content":"2,\n\n')
    scene.response.write(delta(',3]}'))
    scene.response.end('data: [DONE]\n\n')
  },
  'malformed-plain'({ response }) {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"choices":[{"message":{"content":')
  },
  html({ response }) {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Sign in</title>')
  },
  'error-midway'(scene) {
    startStream(scene)
    scene.response.write(delta('{"r":[1,'))
    scene.response.end(`data: ${JSON.stringify({ error: { message: 'engine died', code: 500 } })}\n\n`)
  },
  /** Writes until the client hangs up: a client without a limit never comes back. */
  async huge(scene) {
    startStream(scene)
    while (!scene.gone.aborted) {
      scene.response.write(delta('x'.repeat(1024)))
      await pause(1, scene.gone)
    }
  },
  'huge-plain': (scene) => plain(scene, { content: ' '.repeat(SIXTY_FIVE_KIB) }),
  missing: (scene) => refuse(scene, 404, { message: 'no such model', code: 'model_not_found' }),
  /** A whole server with the habits named behind `=`, parted by `+`. */
  server: (scene) => playServer(scene),
  'hang-up'({ request }) {
    request.socket.destroy()
  },
  async 'hang-up-midway'(scene) {
    startStream(scene)
    scene.response.write(delta('{"r":[2,1,'))
    await pause(20, scene.gone)
    scene.request.socket.destroy()
  },
}
