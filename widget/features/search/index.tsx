import { effect } from '@preact/signals-core'
import { render } from 'preact'
import base from '../../ui/base.css?inline'
import { Boundary } from '../../ui/boundary.ts'
import type { OverlayHost } from '../../ports/overlay-host.ts'
import { createSearchModel } from './model.ts'
import { Panel } from './panel.tsx'
import search from './search.css?inline'

export const css = base + search

/**
 * Draws the search overlay. The whole view is one effect of the model: drawing is synchronous, so every signal read
 * on the way is a reason to draw again, and what must happen on the page before and after stands here in order.
 *
 * @returns takes it away, with its listeners and requests
 */
export function mountSearch(root: HTMLElement, host: OverlayHost): () => void {
  const model = createSearchModel(host)
  const find = (selector: string): HTMLElement | null => root.querySelector(selector)
  let moves = 0
  model.start(host.words, host.isTyping ? '1' : '')
  const stop = effect(() => {
    const hasMoved = model.moves.value > moves
    const afterDrawing = model.later.value?.beforeDrawing(hasMoved)
    moves = model.moves.value
    render(
      <Boundary onCrash={host.crash}>
        <Panel model={model} host={host} />
      </Boundary>,
      root,
    )
    if (hasMoved) find('.main')?.scrollTo(0, 0)
    afterDrawing?.()
    const active = model.active.value
    if (active) find(`#${active}`)?.scrollIntoView({ block: 'nearest' })
  })
  let isGone = false
  import('./later/later-parts.tsx')
    .then(({ startLaterParts }) => isGone || model.join(startLaterParts(model, host, root)))
    // Without it the overlay helps less and finds as much.
    .catch(() => {})
  const dialog = root.querySelector('dialog')
  dialog?.showModal()
  const field = root.querySelector('input')
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
  return () => {
    isGone = true
    stop()
    model.dispose()
    // Closing is what gives the focus back to the page.
    dialog?.close()
    render(null, root)
  }
}
