import { startLoader } from './loader.ts'
import type { Aisle, Chunks } from './loader.ts'

declare const __CHUNKS__: Chunks

declare global {
  interface Window {
    Aisle?: Aisle
  }
}

try {
  const script =
    document.currentScript ??
    // Injectors and page optimisers run scripts in ways that leave currentScript null.
    document.querySelector<HTMLScriptElement>('script[data-shop][src*="aisle.js"]')
  // A page element with the id "Aisle" is also window.Aisle, but has no version.
  if (script instanceof HTMLScriptElement && !window.Aisle?.version)
    window.Aisle = startLoader(script, __CHUNKS__, (address) => import(/* @vite-ignore */ address))
} catch {
  // A tag without a usable address, or a browser too old: the shop's page is as it was.
}
