import { createHash } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { Rolldown } from 'vite'

/** Bytes after gzip: what a shopper's connection carries. Over a budget the build fails. */
const BUDGET_BYTES = { loader: 2048, search: 20_480, later: 6144 }

const root = join(import.meta.dirname, '../..')
const out = join(root, 'dist/public')

const shared = {
  root,
  configFile: false,
  logLevel: 'warn',
  base: './',
  publicDir: false,
} as const

/** Numbers and strings that have a name in the source stand where they are used. */
const optimization = { inlineConst: { mode: 'all', pass: 2 } } as const

type Chunk = Rolldown.OutputChunk

/** Builds without writing, so that the version can be the hash of what came out. */
async function chunksOf(config: Parameters<typeof build>[0]): Promise<Chunk[]> {
  const results = await build(config)
  return (Array.isArray(results) ? results : [results]).flatMap((result) =>
    'output' in result ? result.output.filter((file) => file.type === 'chunk') : [],
  )
}

const bytes = (chunk: Chunk): number => gzipSync(chunk.code, { level: 9 }).length

const LANGUAGES = ['en', 'ko', 'ja']

/** Comes once the overlay can be used, and is not waited for. */
const LATER = 'later-parts'

/** What one script adds to a shopper's download, for the report. */
const line = (size: number, what: string): string => `${String(size).padStart(6)} B gzip  ${what}`

const isLanguage = ({ name }: Chunk): boolean => LANGUAGES.includes(name)

const buildFeatures = (): Promise<Chunk[]> =>
  chunksOf({
    ...shared,
    // Children as arguments take 200 bytes less than children as a property, which the automatic runtime writes.
    oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
    build: {
      write: false,
      target: 'es2022',
      // A library: for an application every dynamic import is wrapped to preload styles, of which ours has none.
      lib: { entry: { search: join(root, 'widget/entries/search.ts') }, formats: ['es'] },
      rolldownOptions: {
        optimization,
        transform: { inject: { h: ['preact', 'h'], Fragment: ['preact', 'Fragment'] } },
        // The later chunk takes what it shares with the entry from there: nothing is cut off into a third file.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          // What a library leaves to those who bundle it.
          minify: true,
          comments: false,
        },
      },
    },
  })

/** The loader knows its chunks by name, so that it never has to fetch a manifest. */
async function buildLoader(names: { version: string; search: string[] }): Promise<Chunk> {
  const [loader] = await chunksOf({
    ...shared,
    define: { __CHUNKS__: JSON.stringify(names) },
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: join(root, 'widget/loader/main.ts'),
        formats: ['iife'],
        name: 'AisleLoader',
        fileName: 'aisle',
      },
      rolldownOptions: { optimization },
    },
  })
  if (!loader) throw new Error('the build made no loader')
  return loader
}

/**
 * Builds `dist/public/aisle.js` and `dist/public/w/`: the chunks in a folder named after their content, so that it
 * can be cached for ever, and `manifest.json`. Throws when a budget is exceeded; nothing is written then.
 */
export async function buildWidget(): Promise<void> {
  const chunks = await buildFeatures()
  const version = createHash('sha256')
    .update(chunks.map(({ fileName, code }) => fileName + code).join('\0'))
    .digest('hex')
    .slice(0, 10)
  const address = (chunk: Chunk): string => `/w/${version}/${chunk.fileName}`
  const entry = chunks.find((chunk) => chunk.isEntry)
  const [largestLanguage] = chunks.filter(isLanguage).sort((a, b) => bytes(b) - bytes(a))
  const later = chunks.find(({ name }) => name === LATER)
  if (!entry || !largestLanguage || !later) throw new Error('the build made not every chunk of the search')
  const code = [entry, ...chunks.filter((chunk) => chunk !== entry && chunk !== later && !isLanguage(chunk))]
  const search = [...code, largestLanguage]
  const loader = await buildLoader({ version, search: code.map(address) })

  const total = bytes(loader) + search.reduce((sum, chunk) => sum + bytes(chunk), 0)
  console.log(line(bytes(loader), `aisle.js (of ${BUDGET_BYTES.loader})`))
  for (const chunk of chunks) console.log(line(bytes(chunk), chunk.fileName))
  console.log(line(total, `loader and search until usable (of ${BUDGET_BYTES.search})`))
  console.log(line(bytes(later), `what comes after that (of ${BUDGET_BYTES.later})`))
  if (bytes(loader) > BUDGET_BYTES.loader || total > BUDGET_BYTES.search || bytes(later) > BUDGET_BYTES.later)
    throw new Error('the widget is over its budget')

  await rm(join(out, 'w'), { recursive: true, force: true })
  await mkdir(join(out, 'w', version), { recursive: true })
  await Promise.all([
    ...chunks.map((chunk) => writeFile(join(out, 'w', version, chunk.fileName), chunk.code)),
    writeFile(join(out, 'aisle.js'), loader.code),
    writeFile(
      join(out, 'w/manifest.json'),
      JSON.stringify({
        search: search.map(address),
        search_later: [address(later)],
        recommend: [],
        assist: [],
      }),
    ),
  ])
}

if (process.argv[1] === import.meta.filename) await buildWidget()
