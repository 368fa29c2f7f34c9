import { render } from 'preact'
import { afterEach, describe, expect, it } from 'vitest'
import { answered, failed, type Answer } from '../../admin/api/answer.ts'
import { createClient } from '../../admin/api/client.ts'
import { createDesk, type Desk } from '../../admin/desk.ts'
import { SearchServer } from '../../admin/pages/catalogue/search-server.tsx'
import { createSyncModel } from '../../admin/pages/catalogue/sync-model.ts'
import { createRouter } from '../../admin/router.ts'
import type { SyncStatus } from '../../worker/contract/sync.ts'
import { buildSettings } from './support/build-answers.ts'

const buildSync = (parts: Partial<SyncStatus> = {}): SyncStatus => ({
  engine: 'meilisearch',
  index: 'aisle_a_en',
  pending: 0,
  syncing: false,
  progress: 1,
  indexed: 12,
  last_success_at: '2026-11-23T09:00:00.000Z',
  settings_version: 1,
  ...parts,
})

/** Looks so often, then stops. */
async function watched(...answers: Answer<SyncStatus>[]) {
  const stop = new AbortController()
  const waits: number[] = []
  let asked = 0
  const model = createSyncModel(
    {
      sync: () => Promise.resolve(answers[asked++] ?? answered(buildSync())),
      reindex: () => Promise.resolve(answered(buildSync({ syncing: true }))),
    },
    (milliseconds) => {
      waits.push(milliseconds)
      if (waits.length === answers.length) stop.abort()
      return Promise.resolve()
    },
  )
  await model.watch(stop.signal)
  return { model, waits, asked }
}

describe('watching the search server', () => {
  it('looks often while something is on its way, seldom while nothing is', async () => {
    const { waits, model } = await watched(
      answered(buildSync({ syncing: true, pending: 3 })),
      answered(buildSync()),
    )
    expect(waits).toEqual([1_000, 10_000])
    expect(model.status.value?.pending).toBe(0)
  })

  it('does not look again where none is set up', async () => {
    const { waits, asked } = await watched(answered(buildSync({ engine: 'embedded', index: null })))
    expect([waits, asked]).toEqual([[], 1])
  })

  it('keeps what it knew while the server does not answer, and goes on', async () => {
    const { model } = await watched(answered(buildSync({ indexed: 7 })), failed({ kind: 'unreachable' }))
    expect(model.status.value?.indexed).toBe(7)
    expect(model.failure.value).toEqual({ kind: 'unreachable' })
  })
})

describe('the card of the search server', () => {
  afterEach(() => render(null, document.body))

  async function shown(status: SyncStatus): Promise<string> {
    const client = createClient({
      key: 'sk_a',
      fetch: () => Promise.resolve(new Response(JSON.stringify(status), { status: 200 })),
    })
    const desk: Desk = createDesk(client, buildSettings(), createRouter(window))
    render(<SearchServer desk={desk} />, document.body)
    await expect.poll(() => desk.sync.status.value).not.toBeNull()
    await Promise.resolve()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const text = document.body.textContent ?? ''
    desk.dispose()
    return text
  }

  it('says how much is on its way, and what to do about a failure', async () => {
    const text = await shown(
      buildSync({
        syncing: true,
        pending: 3,
        progress: 0.75,
        last_error: { code: 'refused', message: 'No.', at: '2026-11-23T09:00:00.000Z' },
      }),
    )
    expect(text).toMatch(/3/)
    expect(text).toContain('MEILI_KEY')
    expect(document.body.querySelector('.bar')).not.toBeNull()
  })

  it('is not there where no server is set up', async () => {
    expect(await shown(buildSync({ engine: 'embedded', index: null }))).toBe('')
  })
})
