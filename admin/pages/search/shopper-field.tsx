import { LIMITS } from '../../../worker/contract/vocabulary.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'

/** Id of the field, for the shortcut that leads to it. */
export const SHOPPER_FIELD = 'shopper-words'

interface ShopperFieldProps {
  readonly words: string
  readonly onWords: (words: string, now: boolean) => void
}

/** Where the merchant types as a shopper would. */
export function ShopperField({ words, onWords }: ShopperFieldProps) {
  const t = texts.value.search
  return (
    <search>
      <form
        class="shopper"
        onSubmit={(event) => {
          event.preventDefault()
          onWords(words, true)
        }}
      >
        <label class="visually-hidden" for={SHOPPER_FIELD}>
          {t.label}
        </label>
        <Icon shape="search" />
        <input
          id={SHOPPER_FIELD}
          type="text"
          inputMode="search"
          enterkeyhint="search"
          autocomplete="off"
          maxLength={LIMITS.queryCharacters}
          placeholder={t.placeholder}
          value={words}
          onInput={({ currentTarget }) => onWords(currentTarget.value, false)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.isComposing) onWords('', true)
          }}
        />
        {words === '' ? (
          <kbd aria-hidden="true">/</kbd>
        ) : (
          <button
            type="button"
            class="button quiet square"
            aria-label={t.clear}
            onClick={() => {
              onWords('', true)
              document.getElementById(SHOPPER_FIELD)?.focus()
            }}
          >
            <Icon shape="cross" />
          </button>
        )}
      </form>
    </search>
  )
}
