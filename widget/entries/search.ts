// In this order the libraries stand first in the built file, which compresses better.
import { css, mountSearch } from '../features/search/index.tsx'
import { startOverlay } from '../core/start-overlay.ts'
import type { Handover, Overlay } from '../ports/handover.ts'

/** The search chunk: the core and this feature in one file, because neither is of use without the other. */
export const start = (handover: Handover): Promise<Overlay> =>
  startOverlay(handover, { css, mount: mountSearch })
