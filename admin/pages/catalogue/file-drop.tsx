import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'

interface FileDropProps {
  readonly onFile: (file: File) => void
  readonly onTooMany: () => void
  /** Id of the heading that names what is dropped. */
  readonly labelledBy: string
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/**
 * A place for a file. The whole page takes the drop: one that misses would make the browser leave for the file.
 */
export function FileDrop({ onFile, onTooMany, labelledBy }: FileDropProps) {
  const t = texts.value.catalogue
  const isOver = useSignal(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null | undefined): void => {
    const [file] = files ?? []
    if (files && files.length > 1) onTooMany()
    else if (file) onFile(file)
  }
  const taker = useRef(take)
  taker.current = take

  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      isOver.value = true
    }
    const leave = (event: DragEvent): void => {
      // Left for something inside the page, or for outside the window?
      if (event.relatedTarget === null) isOver.value = false
    }
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      isOver.value = false
      taker.current(event.dataTransfer?.files)
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
    }
  }, [isOver])

  return (
    <div class={isOver.value ? 'drop over' : 'drop'}>
      <Icon shape="upload" />
      <p>
        {isOver.value ? (
          t.dropNow
        ) : (
          <>
            {t.drop} <span class="muted">{t.or}</span>
          </>
        )}
      </p>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {t.choose}
      </button>
      <p class="hint">{t.formats}</p>
      <input
        ref={input}
        type="file"
        hidden
        aria-labelledby={labelledBy}
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson"
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          // The same file may be chosen again after it was mended.
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
