import type { QueryLists } from '../../../worker/contract/typing.ts'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { readList } from './words-model.ts'

/** What is never suggested to shoppers, and what is shown before they type. */
export function SuggestionLists({ desk }: { desk: Desk }) {
  const t = texts.value.words
  const lists = desk.words.lists.value
  if (lists === null) return null
  const save = async (changed: Partial<QueryLists>): Promise<void> => {
    const answer = await desk.words.saveLists({ ...lists, ...changed })
    if (answer.ok) desk.notices.done(t.listsSaved)
    else desk.notices.bad(t.notSaved(texts.value.failure(answer.failure)))
  }
  const list = (id: keyof QueryLists, label: string, hint: string) => (
    <div class="field">
      <label for={`list-${id}`}>{label}</label>
      <textarea
        key={lists[id].join('\n')}
        id={`list-${id}`}
        rows={5}
        aria-describedby={`list-${id}-hint`}
        defaultValue={lists[id].join('\n')}
        onChange={({ currentTarget }) => void save({ [id]: readList(currentTarget.value) })}
      />
      <p class="hint" id={`list-${id}-hint`}>
        {hint}
      </p>
    </div>
  )
  return (
    <section class="card" aria-labelledby="lists-title">
      <h2 id="lists-title">{t.listsTitle}</h2>
      <p class="muted">{t.listsText}</p>
      {list('popular', t.popular, t.popularHint)}
      {list('queries', t.blocked, t.blockedHint)}
    </section>
  )
}
