/**
 * The configuration of a deployment: the local one, and the `AI` binding, which runs models in the account
 * without a key: one for vectors and, where AI_DAILY_TOKENS allows some of it, one for language. It cannot stand in wrangler.toml: the local runtime would ask for an API token. Pure.
 * @param local the text of wrangler.toml
 */
export function deployConfig(local: string): string {
  return `${local.trimEnd()}\n\n[ai]\nbinding = "AI"\n`
}

/** The queue of the shops' jobs, which must exist before the worker that consumes it. Throws when none is configured. */
export function jobsQueue(config: string): string {
  const name = /^\[\[queues\.consumers\]\]\nqueue = "(?<name>[\w-]+)"/m.exec(config)?.groups?.['name']
  if (name === undefined) throw new Error('wrangler.toml names no queue to consume')
  return name
}
