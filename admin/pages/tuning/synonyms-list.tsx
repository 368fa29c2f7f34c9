import { useSignal } from '@preact/signals'
import type { Synonym } from '../../../worker/contract/tuning.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { Icon } from '../../ui/icon.tsx'
import { changeList } from './change-list.ts'
import { insertedAt, newEntryId, replaced, without } from './list-edits.ts'
import { draftOfSynonym, type SynonymDraft } from './synonym-draft.ts'
import { SynonymForm } from './synonym-form.tsx'

/** From so many on a list wants to be searched. */
const FILTERED_FROM = 12

const wordsOf = (entry: Synonym): readonly string[] =>
  entry.kind === 'two_way' ? entry.words : [entry.from, ...entry.to]

function Words({ words, between }: { words: readonly string[]; between: string }) {
  return (
    <>
      {words.map((word, index) => (
        <span key={word}>
          {index > 0 && (
            <>
              <span class="muted" aria-hidden="true">
                {' = '}
              </span>
              <span class="visually-hidden">{` ${between} `}</span>
            </>
          )}
          {word}
        </span>
      ))}
    </>
  )
}

function Entry({ entry }: { entry: Synonym }) {
  const t = texts.value.tuning
  if (entry.kind === 'two_way') return <Words words={entry.words} between={t.equals} />
  return (
    <>
      {entry.from}
      <span class="muted" aria-hidden="true">
        {' → '}
      </span>
      <span class="visually-hidden">{` ${t.arrow} `}</span>
      {entry.to.join(', ')}
    </>
  )
}

/** Words that stand for each other, with a form in the place of the entry that is changed. */
export function SynonymsList({ desk, synonyms }: { desk: Desk; synonyms: readonly Synonym[] }) {
  const t = texts.value.tuning
  const { tuning, notices } = desk
  const open = useSignal<SynonymDraft | null>(null)
  const letters = useSignal('')
  const begin = (): void => {
    open.value = { id: newEntryId(), kind: 'two_way', words: '', from: '' }
  }
  const save = (entry: Synonym): Promise<boolean> => {
    const before = synonyms.find(({ id }) => id === entry.id)
    return changeList(notices, tuning.synonyms, replaced(entry), {
      done: t.synonymsSaved,
      undo: before ? replaced(before) : without(entry.id),
    })
  }
  const close = (): void => {
    open.value = null
    document.getElementById('new-synonym')?.focus()
  }
  const form = open.value && (
    <SynonymForm first={open.value} onSave={save} onClose={close} key={open.value.id} />
  )
  const isNew = open.value !== null && synonyms.every(({ id }) => id !== open.value?.id)
  const wanted = letters.value.trim().toLowerCase()
  const shown = synonyms.filter((entry) => wordsOf(entry).some((word) => word.toLowerCase().includes(wanted)))

  return (
    <section aria-label={t.synonyms}>
      {synonyms.length > 0 && (
        <div class="row between list-head">
          {synonyms.length >= FILTERED_FROM ? (
            <input
              type="text"
              inputMode="search"
              aria-label={t.filter}
              placeholder={t.filter}
              value={letters.value}
              onInput={({ currentTarget }) => (letters.value = currentTarget.value)}
            />
          ) : (
            <p class="muted">{t.twoWayHint}</p>
          )}
          <button type="button" class="button primary" id="new-synonym" onClick={begin}>
            <Icon shape="plus" />
            {t.newSynonym}
          </button>
        </div>
      )}
      {synonyms.length === 0 && !open.value && (
        <div class="card empty">
          <h2>{t.noSynonyms}</h2>
          <p>{t.noSynonymsText}</p>
          <button type="button" class="button primary" id="new-synonym" onClick={begin}>
            {t.newSynonym}
          </button>
        </div>
      )}
      {isNew && form}
      {wanted !== '' && shown.length === 0 && <p class="muted">{t.filterNone}</p>}
      <ul class="synonyms">
        {shown.map((entry) =>
          open.value?.id === entry.id ? (
            <li key={entry.id}>{form}</li>
          ) : (
            <li class="synonym" key={entry.id}>
              <span class="synonym-words">
                <Entry entry={entry} />
              </span>
              <button
                type="button"
                class="button quiet"
                aria-label={t.named(t.edit, wordsOf(entry).join(', '))}
                onClick={() => (open.value = draftOfSynonym(entry))}
              >
                {t.edit}
              </button>
              <button
                type="button"
                class="button quiet square"
                aria-label={t.named(t.remove, wordsOf(entry).join(', '))}
                onClick={() =>
                  void changeList(notices, tuning.synonyms, without(entry.id), {
                    done: t.synonymRemoved,
                    undo: insertedAt(synonyms.indexOf(entry), entry),
                  })
                }
              >
                <Icon shape="cross" />
              </button>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
