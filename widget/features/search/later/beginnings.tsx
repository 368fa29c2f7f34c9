import type { View } from '../view.ts'
import type { Beginning } from './beginning.ts'
import type { LaterMessages } from './messages.ts'

type Props = View & Beginning & { texts: LaterMessages; onChoose: (words: string) => void }

/** What most shoppers search for, in that order. */
export const Popular = ({ texts, popular, onChoose }: Props) =>
  popular.length > 0 && (
    <section class="popular">
      <h2>{texts.popular}</h2>
      <ol>
        {popular.map((words, index) => (
          <li key={words}>
            <button type="button" class="row" onClick={() => onChoose(words)}>
              <small>{index + 1}</small>
              <span>{words}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )

/** Wishes to tap, by what they are about: a tap searches for the very words, and shows them as understood. */
export const Tags = ({ texts, tags, onChoose }: Props) =>
  tags.map(
    ({ kind, values }) =>
      values.length > 0 && (
        <section key={kind} class="tap">
          <h2>{texts[`tag_${kind}`]}</h2>
          <ul class="tags">
            {values.map(({ id, label }) => (
              <li key={id}>
                <button type="button" class="chip" onClick={() => onChoose(label)}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ),
  )
