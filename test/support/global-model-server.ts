import type { TestProject } from 'vitest/node'
import { modelScripts } from './model-scripts.ts'
import { startScriptedModelServer, type ScriptedModelServer } from './scripted-model-server.ts'

let server: ScriptedModelServer | undefined

/** Tests inside workerd cannot listen: they reach this server by `inject('modelServer')`. */
export async function setup(project: TestProject): Promise<void> {
  server = await startScriptedModelServer()
  project.provide('modelServer', server.url)
  project.provide('modelScripts', Object.keys(modelScripts))
}

export async function teardown(): Promise<void> {
  await server?.close()
}
