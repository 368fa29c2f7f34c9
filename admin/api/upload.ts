import { importAccepted, type ImportRequest } from '../../worker/contract/catalogue.ts'
import { paths } from '../../worker/contract/vocabulary.ts'
import { answered, failed, type Answer } from './answer.ts'
import { readAnswer } from './read-answer.ts'

export interface UploadRequest {
  readonly file: Blob
  readonly kind: ImportRequest['kind']
  readonly mode: ImportRequest['mode']
  /** Bytes that have left, of all. */
  readonly onProgress: (sent: number, total: number) => void
  readonly signal: AbortSignal
}

/**
 * Sends a file as an import. By XMLHttpRequest, because `fetch` does not tell how much of a body has left.
 *
 * @returns the id of the import, once the whole file is stored
 */
export function uploadFile(
  key: string,
  { file, kind, mode, onProgress, signal }: UploadRequest,
  request = new XMLHttpRequest(),
): Promise<Answer<string>> {
  return new Promise((resolve) => {
    request.open('POST', `${paths.imports}?${new URLSearchParams({ kind, mode }).toString()}`)
    request.setRequestHeader('Authorization', `Bearer ${key}`)
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded, file.size))
    request.addEventListener('load', () => {
      const answer = readAnswer(
        {
          status: request.status,
          body: request.responseText,
          retryAfter: request.getResponseHeader('Retry-After'),
        },
        importAccepted,
      )
      resolve(answer.ok ? answered(answer.value.import) : answer)
    })
    request.addEventListener('error', () => resolve(failed({ kind: 'unreachable' })))
    request.addEventListener('abort', () => resolve(failed({ kind: 'aborted' })))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
