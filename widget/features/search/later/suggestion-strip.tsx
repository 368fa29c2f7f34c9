/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no <select> fits on one line beside the words */
import { fill } from '../../../messages/fill.ts'
import { followLink } from '../follow-link.ts'
import { SUGGESTIONS_ID } from '../later-parts.ts'
import { filterLabel } from '../filters.ts'
import type { View } from '../view.ts'
import { matchedPart } from './matched-part.ts'
import type { LaterMessages } from './messages.ts'

export type Suggestion =
  | { readonly kind: 'redirect'; readonly href: string; readonly words: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'category' | 'brand'; readonly value: string }

export const suggestionId = (index: number): string => `suggestion-${index}`

/** A completion with what is typed already in bold. */
function Matched({ text, typed }: { text: string; typed: string }) {
  const [start, end] = matchedPart(text, typed)
  return (
    <span>
      {text.slice(0, start)}
      {end > start && <b>{text.slice(start, end)}</b>}
      {text.slice(end)}
    </span>
  )
}

/** One line of completions: its place is there before they are, so that they move nothing. */
export function SuggestionStrip({
  model,
  host,
  texts,
  suggestions,
  onChoose,
}: View & {
  texts: LaterMessages
  suggestions: readonly Suggestion[]
  onChoose: (suggestion: Suggestion) => void
}) {
  const typed = model.words.value
  const list = suggestions.length > 0 && ({ role: 'listbox', 'aria-label': texts.suggestions } as const)
  return (
    <div class="strip">
      <div class="line-up" id={SUGGESTIONS_ID} {...list}>
        {suggestions.map((suggestion, index) => {
          const id = suggestionId(index)
          const option = {
            id,
            role: 'option',
            'aria-selected': model.active.value === id,
            tabIndex: -1,
          } as const
          if (suggestion.kind === 'redirect')
            return (
              <a
                key={id}
                {...option}
                class="chip"
                href={suggestion.href}
                onClick={(event) => followLink(event, suggestion.href, host.follow)}
              >
                {fill(texts.redirect, { text: suggestion.words })}
              </a>
            )
          return (
            <button
              key={id}
              {...option}
              type="button"
              class={suggestion.kind === 'words' ? 'word' : 'chip'}
              onClick={() => onChoose(suggestion)}
            >
              {suggestion.kind === 'words' ? (
                <Matched text={suggestion.text} typed={typed} />
              ) : (
                <>
                  <Matched text={filterLabel(suggestion.value)} typed={typed} />
                  <small>{host.texts[suggestion.kind]}</small>
                </>
              )}
            </button>
          )
        })}
      </div>
    </div>
  )
}
