import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { changeSettings } from './change-settings.ts'
import { readOrigin } from './read-origin.ts'

/** Readable on its way by others; on the merchant's own machine it has no way to go. */
const isInsecure = (origin: string): boolean =>
  origin.startsWith('http:') && !/^http:\/\/(?:localhost|127\.0\.0\.1)(?::|$)/.test(origin)

/** The addresses whose pages may search. */
export function OriginsEditor({ desk }: { desk: Desk }) {
  const t = texts.value.install
  const field = useRef<HTMLInputElement>(null)
  const problem = useSignal<'not_an_address' | 'already_there' | null>(null)
  const { origins } = desk.settings.settings.value

  const add = (): void => {
    const input = field.current
    const origin = readOrigin(input?.value ?? '')
    if (origin === null) problem.value = 'not_an_address'
    else if (origins.includes(origin)) problem.value = 'already_there'
    else {
      problem.value = null
      if (input) input.value = ''
      void changeSettings(
        desk,
        { origins: [...origins, origin] },
        { done: t.added(origin), undo: { origins } },
      )
    }
    input?.focus()
  }
  const remove = (origin: string): void => {
    field.current?.focus()
    const left = origins.filter((other) => other !== origin)
    void changeSettings(desk, { origins: left }, { done: t.removed(origin), undo: { origins } })
  }

  return (
    <section class="card" aria-labelledby="origins-title">
      <h2 id="origins-title">{t.originsTitle}</h2>
      <p class="muted">{t.originsText}</p>
      {origins.length === 0 ? (
        <p class="callout">{t.originsNone}</p>
      ) : (
        <ul class="origins">
          {origins.map((origin) => (
            <li key={origin}>
              <span class="origin">{origin}</span>
              {isInsecure(origin) && <span class="badge">{t.insecure}</span>}
              <button
                type="button"
                class="button quiet square"
                aria-label={t.removeAddress(origin)}
                onClick={() => remove(origin)}
              >
                <Icon shape="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="field"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <label for="origin">{t.address}</label>
        <div class="joined">
          <input
            ref={field}
            id="origin"
            type="url"
            inputMode="url"
            autocomplete="off"
            autocapitalize="none"
            placeholder={t.addressPlaceholder}
            aria-invalid={problem.value !== null}
            {...(problem.value === null ? {} : { 'aria-describedby': 'origin-problem' })}
          />
          <button type="submit" class="button">
            {t.add}
          </button>
        </div>
        {problem.value !== null && (
          <p class="field-problem" id="origin-problem" role="alert">
            {problem.value === 'not_an_address' ? t.notAnAddress : t.alreadyThere}
          </p>
        )}
      </form>
    </section>
  )
}
