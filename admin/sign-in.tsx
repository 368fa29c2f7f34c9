import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { texts } from './messages/language.ts'
import type { Session } from './session.ts'
import { Mark } from './ui/mark.tsx'
import { PreferencesForm } from './ui/preferences-form.tsx'

/** The way in. The key is posted nowhere but in a header: the form itself never submits. */
export function SignIn({ session }: { session: Session }) {
  const t = texts.value.session
  const isShown = useSignal(false)
  const field = useRef<HTMLInputElement>(null)
  const state = session.state.value
  const problem = state.kind === 'signed_out' ? state.why : undefined
  const isChecking = state.kind === 'checking'
  useLayoutEffect(() => {
    document.title = `${t.title} · Aisle`
  }, [t])
  useLayoutEffect(() => {
    if (!isChecking) field.current?.focus()
  }, [isChecking])
  return (
    <main class="sign-in">
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault()
          void session.signIn(field.current?.value ?? '')
        }}
      >
        <Mark />
        <h1>{t.title}</h1>
        <p class="muted" id="key-lead">
          {t.lead}
        </p>
        <div class="field">
          <label for="secret-key">{t.key}</label>
          <div class="joined">
            <input
              ref={field}
              id="secret-key"
              {...(isShown.value ? { type: 'text' as const } : { type: 'password' as const })}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              placeholder="sk_…"
              aria-describedby={problem ? 'key-problem' : 'key-lead'}
              aria-invalid={problem !== undefined}
              readOnly={isChecking}
            />
            <button
              type="button"
              class="button"
              aria-pressed={isShown.value}
              onClick={() => (isShown.value = !isShown.value)}
            >
              {isShown.value ? t.hide : t.show}
            </button>
          </div>
          {problem && (
            <p class="field-problem" id="key-problem" role="alert">
              {t.problem(problem)}
            </p>
          )}
        </div>
        <button type="submit" class="button primary wide" disabled={isChecking}>
          {isChecking ? t.checking : problem?.kind === 'failed' ? texts.value.retry : t.submit}
        </button>
        <p class="hint">{t.kept}</p>
      </form>
      <PreferencesForm />
    </main>
  )
}
