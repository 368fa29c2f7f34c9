import { build } from 'vite'

/** Bundles the worker into one module for the local runtime; `wrangler deploy` makes its own bundle from the same source. */
export async function buildWorker(outDir = 'dist/worker', entry = 'worker/index.ts'): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'webworker', noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      minify: false,
      rolldownOptions: {
        external: [/^cloudflare:/],
        output: { entryFileNames: 'index.js', codeSplitting: false },
      },
    },
  })
  return `${outDir}/index.js`
}
