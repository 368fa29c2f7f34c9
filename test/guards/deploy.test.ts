import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { deployConfig, jobsQueue } from '../../worker/bin/deploy-config.ts'

const local = readFileSync('wrangler.toml', 'utf8')
const aiTables = (config: string) => config.match(/^\s*\[ai\]\s*$/gm) ?? []

describe('the AI binding', () => {
  it('is in no local configuration, where it asks for an API token', () => {
    expect(local).not.toMatch(/^\s*\[+(?:env\.\w+\.)?ai\]/m)
    expect(local).not.toMatch(/^\s*ai\s*=/m)
  })

  it('is in a deployment, once, and the rest of the configuration as it is', () => {
    const deployed = deployConfig(local)
    expect(aiTables(deployed)).toHaveLength(1)
    expect(deployed).toMatch(/\[ai\]\nbinding = "AI"\n$/)
    expect(deployed.startsWith(local.trimEnd())).toBe(true)
  })
})

describe('the queue of jobs', () => {
  it('is the same for who sends and who consumes', () => {
    const sent = /^\[\[queues\.producers\]\]\nbinding = "JOBS"\nqueue = "(?<name>.+)"/m.exec(local)?.groups
    expect(sent?.['name']).toBe(jobsQueue(local))
  })

  it('is missed in one sentence', () => {
    expect(() => jobsQueue('name = "aisle"')).toThrow('names no queue')
  })
})
