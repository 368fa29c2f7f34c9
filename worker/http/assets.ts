import type { Context } from 'hono'
import type { AppEnv } from './context.ts'
import { respondError } from './respond.ts'

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
}

const YEAR = 'public, max-age=31536000, immutable'
/** The loader names the current version, so a new one reaches shops within this time. */
const LOADER = 'public, max-age=300'

function cacheControl(path: string): string {
  if (path === '/aisle.js' || path === '/w/manifest.json') return LOADER
  return path.startsWith('/w/') || path.startsWith('/admin/assets/') ? YEAR : 'no-cache'
}

/**
 * A file of the widget or the admin panel. Any page may load the widget, also one that isolates itself
 * (COEP), so these carry open CORS and CORP headers.
 */
export async function serveAsset(c: Context<AppEnv>, path = c.req.path) {
  const file = await c.env.ASSETS.fetch(new URL(path, 'http://assets.local'))
  if (!file.ok) return respondError(c, { code: 'not_found', message: 'There is nothing at this address.' })
  const extension = path.slice(path.lastIndexOf('.') + 1)
  return new Response(file.body, {
    headers: {
      'Content-Type': types[extension] ?? 'application/octet-stream',
      'Cache-Control': cacheControl(path),
      'X-Content-Type-Options': 'nosniff',
      ...(path.startsWith('/admin')
        ? {
            'Content-Security-Policy':
              "default-src 'self'; img-src 'self' https: http: data:; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
            'Referrer-Policy': 'same-origin',
          }
        : { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }),
    },
  })
}
