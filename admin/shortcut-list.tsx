import { texts } from './messages/language.ts'
import { Dialog } from './ui/dialog.tsx'

export function ShortcutList({ onClose }: { onClose: () => void }) {
  const { shell } = texts.value
  const rows: readonly (readonly [keys: readonly string[], does: string])[] = [
    [['/'], shell.shortcutFind],
    [['g', 'c'], shell.catalogue],
    [['g', 's'], shell.search],
    [['g', 't'], shell.tuning],
    [['g', 'w'], shell.words],
    [['g', 'i'], shell.install],
    [['?'], shell.shortcutHelp],
  ]
  return (
    <Dialog title={shell.shortcuts} onClose={onClose}>
      <dl class="shortcuts">
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key, index) => (
                <span key={key}>
                  {index > 0 && <span class="muted"> {shell.followedBy} </span>}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div class="row end">
        <button type="button" class="button" autofocus onClick={onClose}>
          {texts.value.close}
        </button>
      </div>
    </Dialog>
  )
}
