import { useSignal } from '@preact/signals'
import type { Desk } from '../../desk.ts'
import { texts } from '../../messages/language.ts'
import { changeSettings } from './change-settings.ts'

/** The off switch and the share of visits. Both take hold at once and can be undone. */
export function WhoSeesIt({ desk }: { desk: Desk }) {
  const t = texts.value.install
  const { off, ramp } = desk.settings.settings.value
  /** While the slider is being moved; null otherwise. */
  const moving = useSignal<number | null>(null)
  const shown = moving.value ?? ramp

  const setOff = (next: boolean): void =>
    void changeSettings(desk, { off: next }, { done: next ? t.turnedOff : t.turnedOn, undo: { off } })
  const setRamp = (next: number): void => {
    moving.value = null
    if (next !== ramp) void changeSettings(desk, { ramp: next }, { done: t.rampSet(next), undo: { ramp } })
  }

  return (
    <section class="card" aria-labelledby="who-title">
      <h2 id="who-title">{t.switchTitle}</h2>
      <label class="switch-row">
        <span>
          <strong>{t.on}</strong>
          <span class="hint" id="switch-hint">
            {t.onHint}
          </span>
        </span>
        <input
          type="checkbox"
          role="switch"
          class="switch"
          checked={!off}
          aria-checked={!off}
          aria-label={t.on}
          aria-describedby="switch-hint"
          onChange={({ currentTarget }) => setOff(!currentTarget.checked)}
        />
      </label>
      <div class="ramp">
        <label for="ramp">
          <strong>{t.ramp}</strong>
        </label>
        <output for="ramp" class="number">
          {t.percent(shown)}
        </output>
        <input
          id="ramp"
          type="range"
          min="0"
          max="100"
          step="1"
          value={shown}
          aria-describedby="ramp-hint"
          aria-valuetext={t.percent(shown)}
          onInput={({ currentTarget }) => (moving.value = currentTarget.valueAsNumber)}
          onChange={({ currentTarget }) => setRamp(currentTarget.valueAsNumber)}
        />
        <p class="hint" id="ramp-hint">
          {off ? t.rampOff : t.rampHint}
        </p>
      </div>
    </section>
  )
}
