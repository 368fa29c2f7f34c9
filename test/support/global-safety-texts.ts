import { readFile } from 'node:fs/promises'
import type { TestProject } from 'vitest/node'

/** Published attack texts, one a line; kept beside the repository because they are not ours to pass on. */
const file = new URL('../../../shared/data/safety/xss-payloads.txt', import.meta.url)

/** Tests inside workerd read no files: they ask for these lines by `inject('safetyTexts')`. Empty without the file. */
export async function setup(project: TestProject): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => '')
  project.provide(
    'safetyTexts',
    text.split(/\r?\n/).filter((line) => line !== ''),
  )
}
