import type { TargetedKeyboardEvent } from 'preact'
import type { LIMITS } from '../../../worker/contract/vocabulary.ts'
import { Icon } from '../../ui/icon.tsx'
import { SUGGESTIONS_ID } from './later-parts.ts'
import { moveActive } from './move-active.ts'
import { LIST_ID } from './result-list.tsx'
import type { View } from './view.ts'

/** Sent by keys that belong to an input method; Safari ends composition before it sends this one. */
const IME_KEY_CODE = 229

const QUERY_MAX = 300 satisfies (typeof LIMITS)['queryCharacters']

/** The words, and from them by arrow keys the options: a combobox whose listbox is the result grid. */
export function SearchField({ model, host }: View) {
  const { texts } = host
  const options = model.options.value
  const count = options.length
  const suggested = model.later.value?.options.value.length
  const lists = [suggested && SUGGESTIONS_ID, count > (suggested ?? 0) && LIST_ID].filter(Boolean).join(' ')
  const active = model.active.value

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.isComposing || event.keyCode === IME_KEY_CODE) return
    if (event.key === 'Enter') {
      event.preventDefault()
      const root = event.currentTarget.getRootNode()
      const option = root instanceof ShadowRoot ? root.getElementById(active) : null
      if (option) option.click()
      else model.submit()
      return
    }
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    const next = moveActive(event.key, options.indexOf(active), count)
    if (next === undefined) return
    event.preventDefault()
    model.touch()
    model.active.value = options[next] ?? ''
  }

  return (
    <div class="bar">
      <Icon shape="search" />
      <input
        type="text"
        role="combobox"
        aria-label={texts.title}
        aria-autocomplete="list"
        aria-expanded={count > 0}
        aria-controls={count > 0 ? lists : undefined}
        aria-activedescendant={active || undefined}
        placeholder={texts.placeholder}
        maxLength={QUERY_MAX}
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        value={model.words.value}
        onInput={(event) => model.type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {model.words.value && (
        <button
          type="button"
          class="link"
          onClick={(event) => {
            event.currentTarget.parentElement?.querySelector('input')?.focus()
            model.start('')
          }}
        >
          {texts.clear}
        </button>
      )}
      {/* Its own key, or the element would become "clear" when that appears, and its focus with it. */}
      <button key="close" type="button" class="tool" aria-label={texts.close} onClick={host.close}>
        <Icon shape="cross" />
      </button>
    </div>
  )
}
