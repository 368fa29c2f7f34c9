import { useSignal } from '@preact/signals'
import type { ImportStatus } from '../../../worker/contract/catalogue.ts'
import { formatNumber } from '../../messages/format.ts'
import { texts } from '../../messages/language.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { errorsCsv } from './errors-csv.ts'
import { saveFile } from '../../ui/save-file.ts'

const SHOWN_FIRST = 20
/** The server keeps this many of an import's problems. */
const KEPT = 1000

/** What was wrong with which line, to be read here or mended in a spreadsheet. */
export function RowErrors({ status }: { status: ImportStatus }) {
  const t = texts.value.catalogue
  const showsAll = useSignal(false)
  const { errors } = status
  if (errors.length === 0) return null
  const title = t.errors(errors.length, errors.length >= KEPT)
  const shown = showsAll.value ? errors : errors.slice(0, SHOWN_FIRST)
  return (
    <div class="errors">
      <div class="row between">
        <h3>{title}</h3>
        <button
          type="button"
          class="button"
          onClick={() => saveFile(`import-${status.import}-problems.csv`, 'text/csv', errorsCsv(errors))}
        >
          {t.download}
        </button>
      </div>
      <p class="hint">{status.status === 'failed' ? t.errorsHintFailed : t.errorsHint}</p>
      <ScrollRegion label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {t.line}
              </th>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.problem}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, field, message }, index) => (
              <tr key={index}>
                <td class="number">{line === 0 ? t.wholeFile : formatNumber(line)}</td>
                <td>{field === '' ? '–' : <code>{field}</code>}</td>
                <td lang="en">{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {shown.length < errors.length && (
        <button type="button" class="button" onClick={() => (showsAll.value = true)}>
          {t.showAll(errors.length)}
        </button>
      )}
    </div>
  )
}
