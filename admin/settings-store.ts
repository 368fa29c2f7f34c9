import { batch, computed, signal, type ReadonlySignal } from '@preact/signals'
import type { SettingsPatch, SettingsResponse } from '../worker/contract/shops.ts'
import type { Answer } from './api/answer.ts'
import type { Client } from './api/client.ts'

/** The settings that are changed here as whole values; groups such as `limits` are not among them. */
export type PlainPatch = Pick<
  SettingsPatch,
  'off' | 'ramp' | 'origins' | 'content_links' | 'category_link' | 'brand_link'
>

export interface SettingsStore {
  /** The settings as they will stand once every change on its way has arrived. */
  readonly settings: ReadonlySignal<SettingsResponse>
  /** Shows the change at once and takes it back if the server refuses it. Changes arrive in the order they were made. */
  change(patch: PlainPatch): Promise<Answer<SettingsResponse>>
}

const laidOver = (settings: SettingsResponse, patch: PlainPatch): SettingsResponse => ({
  ...settings,
  ...(Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as Partial<SettingsResponse>),
})

export function createSettingsStore(
  client: Pick<Client, 'changeSettings'>,
  first: SettingsResponse,
): SettingsStore {
  const confirmed = signal(first)
  const underWay = signal<readonly PlainPatch[]>([])
  let turn: Promise<unknown> = Promise.resolve()

  async function send(patch: PlainPatch): Promise<Answer<SettingsResponse>> {
    const answer = await client.changeSettings(patch)
    batch(() => {
      underWay.value = underWay.value.filter((other) => other !== patch)
      if (answer.ok) confirmed.value = answer.value
    })
    return answer
  }

  return {
    settings: computed(() => underWay.value.reduce(laidOver, confirmed.value)),
    change(patch) {
      underWay.value = [...underWay.value, patch]
      const sent = turn.then(() => send(patch))
      turn = sent
      return sent
    },
  }
}
