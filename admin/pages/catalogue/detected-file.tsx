import type { ImportStatus } from '../../../worker/contract/catalogue.ts'
import { texts } from '../../messages/language.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'

/** What the file was taken for: where a wrong guess shows first. */
export function DetectedFile({ detected }: { detected: NonNullable<ImportStatus['detected']> }) {
  const t = texts.value.catalogue
  const { format, encoding, delimiter, columns } = detected
  const facts = [
    [t.format, format],
    [t.encoding, encoding],
    ...(delimiter === undefined ? [] : [[t.delimiter, t.delimiters[delimiter] ?? delimiter]]),
  ]
  const mapped = Object.entries(columns ?? {})
  return (
    <details class="detected">
      <summary>
        {t.detected}: <span class="muted">{[format, encoding].join(', ')}</span>
      </summary>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mapped.length > 0 && (
        <ScrollRegion label={t.columns}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.column}</th>
                <th scope="col">{t.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {mapped.map(([column, meaning]) => (
                <tr key={column}>
                  <th scope="row">
                    <code>{column}</code>
                  </th>
                  <td>
                    <code>{meaning}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </details>
  )
}
