import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/**
 * Builds the admin panel into `dist/public/admin`: one page and hashed files beside it, nothing inline, so that it
 * runs under a content security policy of `default-src 'self'`.
 *
 * @returns the folder it was written to
 */
export async function buildAdmin(): Promise<string> {
  const outDir = join(root, 'dist/public/admin')
  await build({
    root: join(root, 'admin'),
    configFile: false,
    logLevel: 'warn',
    base: '/admin/',
    publicDir: false,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir,
      emptyOutDir: true,
      // The first browsers with light-dark(), which gives the panel its dark mode without a second set of rules.
      target: ['chrome123', 'firefox120', 'safari17.5'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  })
  return outDir
}

if (process.argv[1] === import.meta.filename) await buildAdmin()
