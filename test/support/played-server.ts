import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Scene } from './model-scripts.ts'

/** The fields a server may heed, refuse or ignore. */
const asked = z.looseObject({
  stream: z.boolean().optional(),
  stream_options: z.unknown().optional(),
  max_tokens: z.number().optional(),
  reasoning_effort: z.string().optional(),
  chat_template_kwargs: z.object({ enable_thinking: z.boolean().optional() }).optional(),
  response_format: z
    .object({ type: z.string(), schema: z.unknown().optional(), json_schema: z.unknown().optional() })
    .optional(),
})

type Asked = z.infer<typeof asked>

/**
 * What such a server is like, as words: `noschema` ignores schemas, `nojsonschema` refuses `json_schema`, `noformat`
 * refuses any format, `prose` never writes JSON; `whole` does not stream, `nousage` counts nothing; `thinks` unless the
 * template says no, `thinkstags` the same inside the answer, `thinksalways` whatever is said, `burns` all its tokens on
 * thoughts unless told low; `noswitch` refuses template fields; `newlimit` wants max_completion_tokens; `fault` calls what it refuses a fault of its own; `nokorean`
 * picks wrongly; `slow300` takes so many milliseconds; `slowlist2000` only for long answers.
 */
type Habits = ReadonlySet<string>

const numberAfter = (habits: Habits, word: string): number =>
  Number([...habits].find((habit) => new RegExp(`^${word}\\d+$`).test(habit))?.slice(word.length) ?? 0)

function refusalOf(request: Asked, habits: Habits): string | null {
  const type = request.response_format?.type
  if (habits.has('noformat') && type) return 'response_format is not supported'
  if (habits.has('nojsonschema') && type === 'json_schema') return 'json_schema is not supported'
  if (habits.has('noswitch') && request.chat_template_kwargs) return 'unknown field chat_template_kwargs'
  if (habits.has('newlimit') && request.max_tokens !== undefined)
    return "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
  return null
}

/** Answers the probe's questions as a good model would; anything else with words. */
function contentOf(user: string, request: Asked, habits: Habits): string {
  if (habits.has('prose')) return 'I would rather talk about the weather.'
  if (user.includes('down to 1')) return `{"r":[${Array.from({ length: 24 }, (_, at) => 24 - at).join(',')}]}`
  if (user.includes('소원')) return habits.has('nokorean') ? '{"r":[1,2,3]}' : '{"r":[3,1,5]}'
  const format = request.response_format
  const isHeld = !habits.has('noschema') && (format?.type === 'json_schema' || format?.schema !== undefined)
  return isHeld || user.includes('lantern_signal')
    ? '{"lantern_signal":"teal"}'
    : 'Spring comes after winter.'
}

function thoughtOf(request: Asked, habits: Habits): string {
  const isQuiet = request.chat_template_kwargs?.enable_thinking === false
  if (habits.has('thinksalways')) return 'Let me think about it.'
  if (habits.has('burns')) return request.reasoning_effort === 'low' ? '' : 'Thoughts without end'
  return (habits.has('thinks') || habits.has('thinkstags')) && !isQuiet ? 'Let me think about it.' : ''
}

/** Plays a whole server of Chat Completions with the habits of the scene's argument. */
export async function playServer({ response, body, argument }: Scene): Promise<void> {
  const habits: Habits = new Set(argument.split('+'))
  const request = asked.parse(body)
  const user = body.messages?.find(({ role }) => role === 'user')?.content ?? ''
  const refusal = refusalOf(request, habits)
  if (refusal !== null) {
    response.writeHead(habits.has('fault') ? 500 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ error: { message: refusal, type: 'invalid_request_error' } }))
    return
  }
  await pause(
    numberAfter(habits, 'slow') + (user.includes('down to 1') ? numberAfter(habits, 'slowlist') : 0),
  )
  const thought = thoughtOf(request, habits)
  const burnt = habits.has('burns') && thought !== ''
  const answer = burnt ? '' : contentOf(user, request, habits)
  const content = habits.has('thinkstags') && thought !== '' ? `<think>${thought}</think>${answer}` : answer
  const reasoning = habits.has('thinkstags') || thought === '' ? {} : { reasoning_content: thought }
  const finish = burnt ? 'length' : 'stop'
  const usage = habits.has('nousage') ? {} : { usage: { prompt_tokens: 120, completion_tokens: 30 } }
  if (habits.has('whole') || request.stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' })
    const choices = [{ message: { role: 'assistant', content, ...reasoning }, finish_reason: finish }]
    response.end(JSON.stringify({ model: 'played-1', choices, ...usage }))
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = (data: object) => response.write(`data: ${JSON.stringify({ model: 'played-1', ...data })}\n\n`)
  if ('reasoning_content' in reasoning) send({ choices: [{ delta: reasoning }] })
  for (const piece of content.match(/[\s\S]{1,6}/g) ?? []) {
    send({ choices: [{ delta: { content: piece } }] })
    await pause(1)
  }
  send({ choices: [{ delta: {}, finish_reason: finish }] })
  if (request.stream_options !== undefined) send({ choices: [], ...usage })
  response.end('data: [DONE]\n\n')
}
