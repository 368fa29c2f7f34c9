import { signal, type ReadonlySignal } from '@preact/signals'
import { LIMITS, type ImportKind, type ImportMode } from '../../../worker/contract/vocabulary.ts'
import type { ApiFailure } from '../../api/answer.ts'
import type { Client } from '../../api/client.ts'

interface Chosen {
  readonly file: File
  readonly importKind: ImportKind
  readonly mode: ImportMode
}

/** How far a file is on its way to the server. */
export type Upload =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'chosen'; readonly problem: 'empty' | 'too_large' | null } & Chosen)
  /** Bytes. All of them sent does not yet mean stored. */
  | ({ readonly kind: 'sending'; readonly sent: number; readonly total: number } & Chosen)
  | ({ readonly kind: 'failed'; readonly failure: ApiFailure } & Chosen)

export interface UploadModel {
  readonly upload: ReadonlySignal<Upload>
  readonly choose: (file: File) => void
  readonly set: (parts: Partial<Pick<Chosen, 'importKind' | 'mode'>>) => void
  readonly forget: () => void
  readonly start: () => Promise<void>
  /** Stops sending; the file stays chosen. */
  readonly cancel: () => void
}

const reviewName = /review|리뷰|후기|상품평|レビュー|口コミ/i

function problemOf({ size }: File): 'empty' | 'too_large' | null {
  if (size === 0) return 'empty'
  return size > LIMITS.importBytes ? 'too_large' : null
}

/** A file from the moment it is chosen until the server has stored it; then `onStored` gets the import's id. */
export function createUploadModel(
  client: Pick<Client, 'upload'>,
  onStored: (id: string) => void,
): UploadModel {
  const upload = signal<Upload>({ kind: 'none' })
  let abort = new AbortController()

  return {
    upload,
    choose(file) {
      if (upload.value.kind === 'sending') return
      const importKind = reviewName.test(file.name) ? 'reviews' : 'products'
      upload.value = { kind: 'chosen', file, importKind, mode: 'upsert', problem: problemOf(file) }
    },
    set(parts) {
      if (upload.value.kind === 'chosen') upload.value = { ...upload.value, ...parts }
    },
    forget() {
      if (upload.value.kind !== 'sending') upload.value = { kind: 'none' }
    },
    async start() {
      const from = upload.value
      if (from.kind === 'none' || from.kind === 'sending') return
      if (from.kind === 'chosen' && from.problem !== null) return
      const { file, importKind, mode } = from
      const chosen: Chosen = { file, importKind, mode }
      abort = new AbortController()
      upload.value = { kind: 'sending', sent: 0, total: file.size, ...chosen }
      const answer = await client.upload({
        file,
        kind: importKind,
        mode,
        signal: abort.signal,
        onProgress(sent, total) {
          if (upload.value.kind === 'sending') upload.value = { ...upload.value, sent, total }
        },
      })
      if (answer.ok) {
        upload.value = { kind: 'none' }
        onStored(answer.value)
      } else if (answer.failure.kind === 'aborted') {
        upload.value = { kind: 'chosen', problem: null, ...chosen }
      } else {
        upload.value = { kind: 'failed', failure: answer.failure, ...chosen }
      }
    },
    cancel: () => abort.abort(),
  }
}
