import { fill } from '../../messages/fill.ts'
import { Icon } from '../../ui/icon.tsx'
import type { View } from './view.ts'

/** What this device searched before. */
export function Recents({ model, host: { texts } }: View) {
  const list = model.recent.list.value
  if (!list.length) return null
  return (
    <section>
      <h2>
        {texts.recent}
        <button type="button" class="link" onClick={model.recent.clear}>
          {texts.recent_clear}
        </button>
      </h2>
      <ul class="rows">
        {list.map((words) => (
          <li key={words}>
            <button type="button" class="row" onClick={() => model.start(words)}>
              <Icon shape="clock" /> <span>{words}</span>
            </button>
            <button
              type="button"
              class="tool"
              aria-label={fill(texts.recent_remove, { text: words })}
              onClick={() => model.recent.forget(words)}
            >
              <Icon shape="cross" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
