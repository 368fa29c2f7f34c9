import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Attack texts of a folder of published ones, each once. Kept beside the repository: they are not ours to pass on. */

/** Of a list of thousands of markup strings every so manieth is planted. */
const LINES_STEP = 12

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  const { payload, payloads } = value as { payload?: unknown; payloads?: unknown }
  return textsIn(payload ?? payloads ?? Object.values(value))
}

async function textsOf(file: string): Promise<string[]> {
  const content = await readFile(file, 'utf8')
  if (file.endsWith('.json')) return textsIn(JSON.parse(content))
  return content.split(/\r?\n/).filter((_, row) => row % LINES_STEP === 0)
}

/** Throws when the folder is not there. */
export async function readSafetyTexts(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.(?:json|txt)$/.test(name) && !/SOURCE|badchars/.test(name),
  )
  const texts = await Promise.all(files.toSorted().map((name) => textsOf(join(folder, name))))
  return [...new Set(texts.flat().map((text) => text.trim()))].filter((text) => text !== '')
}
