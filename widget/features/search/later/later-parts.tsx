import { computed, effect, signal, untracked } from '@preact/signals-core'
import type { OverlayHost } from '../../../ports/overlay-host.ts'
import { startGlide } from '../../../ui/glide.ts'
import { holdInPlace } from '../../../ui/hold-in-place.ts'
import { pullDown } from '../../../ui/pull-down.ts'
import { onTapOutside } from '../../../ui/tap-outside.ts'
import { ownHref } from '../../../ui/safe-href.ts'
import type { Hint } from '../../../../worker/contract/search.ts'
import type { LaterParts } from '../later-parts.ts'
import type { SearchModel, Status } from '../model.ts'
import { LIST_ID } from '../result-list.tsx'
import { Attributes } from './attributes.tsx'
import { Banners } from './banners.tsx'
import { SUGGEST_PATH, fetchBeginning } from './beginning.ts'
import type { Beginning } from './beginning.ts'
import { Popular, Tags } from './beginnings.tsx'
import { fetchAnswer } from './fetch-answer.ts'
import { watchFinishing } from './finishing.ts'
import { Hints, openHints } from './hints.tsx'
import css from './later.css?inline'
import { laterMessages } from './messages.ts'
import { SuggestionStrip, suggestionId } from './suggestion-strip.tsx'
import type { Suggestion } from './suggestion-strip.tsx'
import { createSuggestions } from './suggestions.ts'

const WORDS_MAX = 6
const CATEGORIES_MAX = 3
const BRANDS_MAX = 2

/** The answers that one page's openings share, by the client they share too. */
const begun = new WeakMap<object, Promise<Beginning>>()

/** Adds the stylesheet of these parts to the overlay's, once. */
const styled = new WeakSet<Node>()
function addStyles(shadow: Node): void {
  if (!(shadow instanceof ShadowRoot) || styled.has(shadow)) return
  styled.add(shadow)
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets.push(sheet)
}

/** What helps to search, for one opening of the overlay that is drawn in `root`. */
export function startLaterParts(model: SearchModel, host: OverlayHost, root: HTMLElement): LaterParts {
  addStyles(root.getRootNode())
  const texts = { ...laterMessages[host.config.locale], ...host.config.texts }
  const suggestions = createSuggestions((q, stop) => fetchAnswer(host, SUGGEST_PATH, { q }, stop))
  const beginning = signal<Beginning | undefined>(undefined)
  /** The strip has its place; given and taken at a key or a choice only, never when an answer comes. */
  const hasStrip = signal(false)
  let isComposing = false
  /** Results were there before: the strip must not push them down before the next key. */
  let isLate = model.answer.peek() !== undefined

  /** Where the shop's own rule leads the words that are answered. */
  const redirect = computed(() => ownHref(model.answer.value?.redirect?.link, host.base))
  const listed = computed((): readonly Suggestion[] => {
    const current = suggestions.current.value
    if (!hasStrip.value) return []
    const href = redirect.value
    return [
      ...(href ? [{ kind: 'redirect' as const, href, words: model.answer.value?.query ?? '' }] : []),
      ...(current?.queries ?? [])
        .filter(({ text }) => text !== model.words.value.trim())
        .slice(0, WORDS_MAX)
        .map(({ text }) => ({ kind: 'words' as const, text })),
      ...(current?.categories ?? [])
        .slice(0, CATEGORIES_MAX)
        .map(({ value }) => ({ kind: 'category' as const, value })),
      ...(current?.brands ?? []).slice(0, BRANDS_MAX).map(({ value }) => ({ kind: 'brand' as const, value })),
    ]
  })
  const options = computed(() => listed.value.map((_, index) => suggestionId(index)))

  const field = root.querySelector('input')
  const watched = new AbortController()
  // An input method holds the last syllable until the next key: what has rested so long is meant all the same.
  const onWords = watchFinishing(root, model.finish, watched)
  const read = (): void => suggestions.type(model.words.peek().trim(), isComposing)
  const stopTyping = effect(() => {
    const words = model.words.value.trim()
    const isTyping = model.isTyping.value && words !== ''
    untracked(() => {
      onWords()
      hasStrip.value = isTyping && !isLate && suggestions.areLikely(words)
      isLate = false
      if (isTyping) read()
      else suggestions.rest()
    })
  })
  const stopRedirecting = effect(() => {
    const href = redirect.value
    if (href && model.isEntered.value && model.status.value === 'answered') host.follow(href)
  })
  field?.addEventListener('compositionstart', () => (isComposing = true), watched)
  const [sheet, bar] = ['dialog', '.grab'].map((selector) => root.querySelector<HTMLElement>(selector))
  if (sheet) onTapOutside(sheet, host.close, watched)
  if (sheet && bar) pullDown(bar, sheet, host.close, watched)
  const composed = (): void => {
    isComposing = false
    if (model.isTyping.peek()) read()
  }
  field?.addEventListener('compositionend', composed, watched)

  /** A finger is done with the keyboard; keys go on where they are. */
  function leaveField(): void {
    if (matchMedia('(pointer: coarse)').matches) field?.blur()
    else field?.focus()
  }
  function search(words: string): void {
    model.start(words)
    model.submit()
    leaveField()
  }
  function choose(suggestion: Suggestion): void {
    if (suggestion.kind === 'words') search(suggestion.text)
    if (suggestion.kind !== 'category' && suggestion.kind !== 'brand') return
    // What was typed was the beginning of its name.
    model.browse(suggestion.kind, suggestion.value)
    leaveField()
  }

  /** What has been drawn last. */
  let drawn: { readonly hints: readonly Hint[] | undefined; readonly status: Status } | undefined

  /** Cards glide to their new places, and keep the ones they have when hints come above them. */
  function beforeDrawing(hasMoved: boolean): (() => void) | undefined {
    const before = drawn
    drawn = { hints: model.answer.value?.hints, status: model.status.value }
    const list = root.querySelector<HTMLElement>(`#${LIST_ID}`)
    if (list && hasMoved) return startGlide(list)
    const isSameAnswer = before?.status === 'answered' && drawn.status === 'answered'
    const scroller = list?.parentElement
    return scroller && isSameAnswer && before.hints !== drawn.hints ? holdInPlace(scroller, list) : undefined
  }

  let fetched = begun.get(host.client)
  if (!fetched) begun.set(host.client, (fetched = fetchBeginning(host)))
  void fetched.then((parts) => {
    beginning.value = parts
    // Nothing came: the next opening asks again.
    if (!parts.popular.length && !parts.tags.length) begun.delete(host.client)
  })

  return {
    options,
    suggestions: () =>
      hasStrip.value && (
        <SuggestionStrip
          model={model}
          host={host}
          texts={texts}
          suggestions={listed.value}
          onChoose={choose}
        />
      ),
    beginning() {
      const parts = beginning.value
      if (!parts) return null
      const shown = { model, host, texts, ...parts, onChoose: search }
      return (
        <>
          <Popular {...shown} />
          <Tags {...shown} />
          <Attributes model={model} host={host} />
        </>
      )
    },
    attributes: () => <Attributes model={model} host={host} />,
    hints() {
      const hints = openHints(model)
      return hints.length > 0 && <Hints model={model} texts={texts} hints={hints} />
    },
    banners: ({ banners = [] }) =>
      banners.length > 0 && <Banners model={model} host={host} banners={banners} />,
    beforeDrawing,
    stop() {
      stopTyping()
      stopRedirecting()
      watched.abort()
      suggestions.rest()
    },
  }
}
