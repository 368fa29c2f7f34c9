import type { TestProject } from 'vitest/node'
import { startScriptedEmbeddingServer, type ScriptedEmbeddingServer } from './scripted-embedding-server.ts'

let server: ScriptedEmbeddingServer | undefined

/** Tests inside workerd cannot listen: they reach this server by `inject('embeddingServer')`. */
export async function setup(project: TestProject): Promise<void> {
  server = await startScriptedEmbeddingServer()
  project.provide('embeddingServer', server.url)
}

export async function teardown(): Promise<void> {
  await server?.close()
}
