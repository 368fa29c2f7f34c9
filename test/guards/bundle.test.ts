import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const assets = 'dist/public'
const read = (path: string) => readFileSync(join(assets, path))
const gzipped = (paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0)

const manifest = JSON.parse(read('w/manifest.json').toString()) as Record<
  'search' | 'search_later' | 'recommend' | 'assist',
  string[]
>
const untilUsable = ['aisle.js', ...manifest.search]
const everything = [...untilUsable, ...manifest.search_later]

describe('the built widget', () => {
  it('has a loader of at most 2 KiB gzip', () => {
    expect(gzipped(['aisle.js'])).toBeLessThanOrEqual(2048)
  })

  it('has loader and search together at most 20 KiB gzip', () => {
    expect(manifest.search.length).toBeGreaterThan(0)
    expect(gzipped(untilUsable)).toBeLessThanOrEqual(20 * 1024)
  })

  it('has at most 6 KiB gzip of what comes after that', () => {
    expect(manifest.search_later).toHaveLength(1)
    expect(gzipped(manifest.search_later)).toBeLessThanOrEqual(6 * 1024)
    expect(manifest.search).not.toContain(manifest.search_later[0])
  })

  it.each(['ZodError', 'eval(', 'new Function', 'document.write', 'localhost', '127.0.0.1'])(
    'holds no %s',
    (forbidden) => {
      expect(everything.filter((path) => read(path).includes(forbidden))).toEqual([])
    },
  )

  it('never writes markup: every text goes in as text', () => {
    const sources = readdirSync('widget', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.tsx?$/.test(file),
    )
    expect(sources.length).toBeGreaterThan(20)
    expect(
      sources.filter((file) =>
        /innerHTML|outerHTML|insertAdjacentHTML/i.test(readFileSync(join('widget', file), 'utf8')),
      ),
    ).toEqual([])
  })

  it('names its files by their content, so that they may be kept for ever', () => {
    for (const path of [...manifest.search, ...manifest.search_later])
      expect(path).toMatch(/^\/w\/[\w-]+\/[\w./-]+\.js$/)
  })
})
