import { Agent, request } from 'node:http'

export interface Timed {
  /** Milliseconds until the first byte of the answer. */
  readonly firstByteMs: number
  /** Milliseconds until its last. */
  readonly ms: number
  readonly body: string
}

/** What is sent with a POST. */
export interface Posted {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** One GET, or a POST of what is given; anything but 200 throws. */
export type TimedGet = (url: string, posted?: Posted) => Promise<Timed>

/**
 * Lends one connection for calls that follow each other closely. It is not kept for later: workerd closes a
 * connection that has idled, and a call that meets the closing fails (Node's `fetch` with its pool does the same).
 */
export async function onOneConnection<T>(use: (get: TimedGet) => Promise<T>): Promise<T> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    return await use(
      (url, posted) =>
        new Promise((resolve, reject) => {
          const begun = performance.now()
          const options = posted ? { agent, method: 'POST', headers: posted.headers } : { agent }
          const call = request(url, options, (response) => {
            const firstByteMs = performance.now() - begun
            const chunks: Buffer[] = []
            response.on('data', (chunk: Buffer) => chunks.push(chunk))
            response.once('error', reject)
            response.once('end', () => {
              const body = Buffer.concat(chunks).toString('utf8')
              if (response.statusCode === 200) resolve({ firstByteMs, ms: performance.now() - begun, body })
              else reject(new Error(`${response.statusCode} from ${url}: ${body}`))
            })
          })
          call.once('error', reject)
          call.end(posted?.body)
        }),
    )
  } finally {
    agent.destroy()
  }
}
