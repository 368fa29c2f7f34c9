import { signal, type ReadonlySignal } from '@preact/signals'

export interface Notice {
  readonly id: number
  readonly tone: 'done' | 'bad'
  readonly text: string
  readonly undo?: () => void
}

export interface Notices {
  /** The one that shows: a newer one takes the place of the one before. */
  readonly notice: ReadonlySignal<Notice | null>
  readonly done: (text: string, undo?: () => void) => void
  readonly bad: (text: string) => void
  readonly dismiss: () => void
}

/** Short sentences about what was just done. They stay until the next one or until they are put away. */
export function createNotices(): Notices {
  const notice = signal<Notice | null>(null)
  let id = 0
  const show = (parts: Omit<Notice, 'id'>): void => {
    id += 1
    notice.value = { id, ...parts }
  }
  return {
    notice,
    done: (text, undo) => show({ tone: 'done', text, ...(undo === undefined ? {} : { undo }) }),
    bad: (text) => show({ tone: 'bad', text }),
    dismiss() {
      notice.value = null
    },
  }
}
