import { z } from 'zod'
import { err, ok, type Result } from '../result.ts'

/** What a name stands for, by DNS over HTTPS. */
export interface NameServer {
  /** @returns IP addresses, at least one */
  resolve(host: string): Promise<Result<readonly string[], 'no_such_name' | 'unresolved'>>
}

const LOOKUP_MS = 1_500
const NO_SUCH_NAME = 3
const addressTypes = new Set([1, 28])

const answer = z.object({
  Status: z.number(),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).optional(),
})

/**
 * Asks a resolver that speaks DNS over HTTPS in JSON. Never throws.
 * @param url such as `https://cloudflare-dns.com/dns-query`
 */
export function createNameServer(url: string, send: typeof fetch = fetch): NameServer {
  async function lookUp(host: string, type: 'A' | 'AAAA'): Promise<z.infer<typeof answer> | null> {
    const address = new URL(url)
    address.searchParams.set('name', host)
    address.searchParams.set('type', type)
    try {
      const response = await send(address, {
        headers: { accept: 'application/dns-json' },
        redirect: 'manual',
        signal: AbortSignal.timeout(LOOKUP_MS),
      })
      if (!response.ok) {
        await response.body?.cancel()
        return null
      }
      const read = answer.safeParse(await response.json())
      return read.success ? read.data : null
    } catch {
      return null
    }
  }

  return {
    async resolve(host) {
      const answers = await Promise.all([lookUp(host, 'A'), lookUp(host, 'AAAA')])
      const addresses: string[] = []
      for (const one of answers) {
        // Half an answer could hide the private half.
        if (one === null || (one.Status !== 0 && one.Status !== NO_SUCH_NAME)) return err('unresolved')
        for (const { type, data } of one.Answer ?? []) if (addressTypes.has(type)) addresses.push(data)
      }
      return addresses.length > 0 ? ok(addresses) : err('no_such_name')
    },
  }
}
