import { createServer } from 'node:net'

/** Throws one sentence when something else listens on a port of this machine: the runtime would say it in a page of trace. */
export function claimPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => {
      reject(new Error(`Port ${port} is in use: stop what uses it, or set PORT to another one.`))
    })
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve()))
  })
}
