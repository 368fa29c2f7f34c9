import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mayImport } from './import-rules.ts'

const importLine =
  /(?:^|\n)\s*(?:import|export)\s+(?<type>type\s)?(?:[^'"]*?\sfrom\s+)?['"](?<from>[^'"]+)['"]/g

const sources = ['worker', 'widget', 'admin'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file)),
)

interface Edge {
  readonly file: string
  readonly to: string
  readonly typeOnly: boolean
}

function edgesOf(file: string): Edge[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(importLine)].map((match) => {
    const from = match.groups?.['from'] ?? ''
    const to = from.startsWith('.') ? relative('.', join(dirname(file), from)) : from
    return { file, to, typeOnly: match.groups?.['type'] !== undefined }
  })
}

const edges = sources.flatMap(edgesOf)

describe('who may import whom', () => {
  it('looks at the whole source', () => {
    expect(sources.length).toBeGreaterThan(80)
    expect(edges.length).toBeGreaterThan(300)
  })

  it('keeps every arrow pointing the agreed way', () => {
    const offending = edges.flatMap((edge) => {
      const rule = mayImport(edge)
      return rule === null ? [] : [`${edge.file} -> ${edge.to}: ${rule}`]
    })
    expect(offending).toEqual([])
  })

  it('has rules that refuse what they should', () => {
    const refused: Edge[] = [
      { file: 'widget/api/client.ts', to: 'worker/contract/search.ts', typeOnly: false },
      { file: 'widget/api/client.ts', to: 'zod', typeOnly: false },
      { file: 'worker/shop/shop-object.ts', to: 'worker/http/respond.ts', typeOnly: false },
      {
        file: 'worker/search/search-products.ts',
        to: 'worker/adapters/llm-openai/model.ts',
        typeOnly: false,
      },
      { file: 'worker/app.ts', to: 'worker/shop/shop-object.ts', typeOnly: false },
      { file: 'widget/features/search/model.ts', to: 'widget/features/assist/model.ts', typeOnly: false },
      { file: 'worker/search/rank/score.ts', to: 'hono', typeOnly: false },
      { file: 'worker/privacy/redact.ts', to: 'worker/search/text/fold.ts', typeOnly: false },
      { file: 'worker/claims/judge-claim.ts', to: 'worker/search/reason.ts', typeOnly: false },
    ]
    expect(refused.filter((edge) => mayImport(edge) === null)).toEqual([])
  })
})

describe('the size of files', () => {
  it('keeps every source and test under 500 lines', () => {
    const all = [
      ...sources,
      ...readdirSync('test', { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join('test', file)),
    ]
    const long = all.filter((file) => readFileSync(file, 'utf8').split('\n').length > 500)
    expect(long).toEqual([])
  })
})
