import { snippet } from '../../../widget/loader/snippet.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'

/** The line to paste, from the very source that the widget's own tests check. */
export function SnippetBox({ desk }: { desk: Desk }) {
  const t = texts.value.install
  const line = snippet(location.origin, desk.settings.settings.value.shop.public_key)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(line)
      desk.notices.done(t.copied)
    } catch {
      desk.notices.bad(t.copyFailed)
    }
  }
  return (
    <section class="card" aria-labelledby="snippet-title">
      <h2 id="snippet-title">{t.snippetTitle}</h2>
      <p class="muted">{t.snippetText}</p>
      <div class="snippet">
        <textarea
          readOnly
          rows={3}
          spellcheck={false}
          aria-label={t.snippet}
          value={line}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" class="button primary" onClick={() => void copy()}>
          <Icon shape="copy" />
          {t.copy}
        </button>
      </div>
      <p class="hint">{t.publicKey}</p>
    </section>
  )
}
