import type { ImportKind, ImportMode } from '../../../worker/contract/vocabulary.ts'
import type { Desk } from '../../desk.ts'
import { formatBytes, formatShare } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { Problem } from '../../ui/problem.tsx'
import { FileDrop } from './file-drop.tsx'
import type { Upload, UploadModel } from './upload-model.ts'

type Sending = Extract<Upload, { kind: 'sending' }>
type Chosen = Extract<Upload, { kind: 'chosen' }>

function SendingFile({ upload, onCancel }: { upload: Sending; onCancel: () => void }) {
  const t = texts.value.catalogue
  const { file, sent, total } = upload
  const isSent = sent >= total
  return (
    <div class="stack">
      <p>
        <strong>{t.uploading(file.name)}</strong>
      </p>
      <progress max={total} value={sent} aria-label={t.uploading(file.name)} />
      <div class="row between">
        <p class="muted number">
          {isSent
            ? t.storing
            : `${t.uploaded(formatBytes(sent), formatBytes(total))} (${formatShare(sent / total)})`}
        </p>
        <button type="button" class="button" onClick={onCancel}>
          {texts.value.cancel}
        </button>
      </div>
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[]
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ legend, name, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="options">
        {options.map((option) => (
          <label class="option" key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span class="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function ChosenFile({ upload, model }: { upload: Chosen; model: UploadModel }) {
  const t = texts.value.catalogue
  const { file, importKind, mode, problem } = upload
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void model.start()
      }}
    >
      <p class="file">
        <Icon shape="file" />
        <strong>{file.name}</strong>
        <span class="muted number">{formatBytes(file.size)}</span>
      </p>
      {problem !== null && (
        <p class="field-problem" role="alert">
          {problem === 'empty' ? t.emptyFile : t.tooLarge(formatBytes(file.size))}
        </p>
      )}
      {problem === null && (
        <>
          <Choice<ImportKind>
            legend={t.what}
            name="import-kind"
            value={importKind}
            onChange={(next) => model.set({ importKind: next })}
            options={[
              { value: 'products', label: t.productsKind },
              { value: 'reviews', label: t.reviewsKind },
            ]}
          />
          <Choice<ImportMode>
            legend={t.how}
            name="import-mode"
            value={mode}
            onChange={(next) => model.set({ mode: next })}
            options={[
              { value: 'upsert', label: t.upsert, hint: t.upsertHint },
              { value: 'replace', label: t.replace, hint: t.replaceHint },
            ]}
          />
        </>
      )}
      <div class="row">
        {problem === null && (
          <button type="submit" class="button primary">
            {t.start}
          </button>
        )}
        <button type="button" class="button" onClick={model.forget}>
          {t.other}
        </button>
      </div>
    </form>
  )
}

/** From a file to an import: choose, say what it is, send. */
export function ImportBox({ desk }: { desk: Desk }) {
  const t = texts.value.catalogue
  const model = desk.upload
  const upload = model.upload.value
  return (
    <section class="card" aria-labelledby="import-title">
      <h2 id="import-title">{t.importTitle}</h2>
      {upload.kind === 'none' && (
        <FileDrop
          onFile={(file) => {
            desk.notices.dismiss()
            model.choose(file)
          }}
          onTooMany={() => desk.notices.bad(t.oneFile)}
          labelledBy="import-title"
        />
      )}
      {upload.kind === 'chosen' && <ChosenFile upload={upload} model={model} />}
      {upload.kind === 'sending' && (
        <SendingFile
          upload={upload}
          onCancel={() => {
            model.cancel()
            desk.notices.done(t.uploadCancelled)
          }}
        />
      )}
      {upload.kind === 'failed' && (
        <div class="stack">
          <Problem title={t.uploadFailed} failure={upload.failure} onRetry={() => void model.start()} />
          <div class="row">
            <button type="button" class="button" onClick={model.forget}>
              {t.other}
            </button>
          </div>
        </div>
      )}
    </section>
  )
}
