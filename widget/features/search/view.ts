import type { OverlayHost } from '../../ports/overlay-host.ts'
import type { SearchModel } from './model.ts'

/** What every part of the overlay is drawn from. */
export interface View {
  readonly model: SearchModel
  readonly host: OverlayHost
}
