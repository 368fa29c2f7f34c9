import { render } from 'preact'
import { afterEach, describe, expect, it } from 'vitest'
import { answered, failed, type Answer, type ApiFailure } from '../../admin/api/answer.ts'
import type { UploadRequest } from '../../admin/api/upload.ts'
import { createClient } from '../../admin/api/client.ts'
import { createDesk } from '../../admin/desk.ts'
import { createCatalogueModel } from '../../admin/pages/catalogue/catalogue-model.ts'
import { errorsCsv } from '../../admin/pages/catalogue/errors-csv.ts'
import { followImport } from '../../admin/pages/catalogue/follow-import.ts'
import { ImportReport } from '../../admin/pages/catalogue/import-report.tsx'
import { createUploadModel } from '../../admin/pages/catalogue/upload-model.ts'
import { createRouter } from '../../admin/router.ts'
import type { ImportStatus } from '../../worker/contract/catalogue.ts'
import { LIMITS } from '../../worker/contract/vocabulary.ts'
import { buildCatalogue, buildImport, buildSettings, refused } from './support/build-answers.ts'
import { deferred, settled } from './support/deferred.ts'

/** Answers one after the other; the last for ever. */
function inTurn<Value>(...answers: Answer<Value>[]): () => Promise<Answer<Value>> {
  let asked = 0
  return () => {
    const answer = answers[Math.min(asked, answers.length - 1)]
    asked += 1
    if (!answer) throw new Error('no answer was given')
    return Promise.resolve(answer)
  }
}

const running = (progress: number) => answered(buildImport({ progress }))
const done = answered(buildImport({ status: 'done', stage: 'done', progress: 1, read: 2, accepted: 2 }))

async function follow(...answers: Answer<ImportStatus>[]) {
  const progress: number[] = []
  const troubles: (ApiFailure['kind'] | null)[] = []
  const waits: number[] = []
  const end = await followImport({ importStatus: inTurn(...answers) }, 'i1', {
    onStatus: (status) => progress.push(status.progress),
    onTrouble: (failure) => troubles.push(failure?.kind ?? null),
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    signal: new AbortController().signal,
  })
  return { end, progress, troubles, waits }
}

describe('following an import', () => {
  it('reports every step and ends with the import', async () => {
    const { end, progress, troubles } = await follow(running(0.1), running(0.6), done)
    expect(progress).toEqual([0.1, 0.6, 1])
    expect(end?.status).toBe('done')
    expect(troubles).toEqual([])
  })

  it('stops at an import that waits for a decision', async () => {
    const { end } = await follow(running(0.5), answered(buildImport({ status: 'held' })))
    expect(end?.status).toBe('held')
  })

  it('asks again, ever less often, while the server does not answer, and says when it does', async () => {
    const silence = failed({ kind: 'unreachable' })
    const { end, troubles, waits } = await follow(silence, silence, silence, running(0.2), done)
    expect(end?.status).toBe('done')
    expect(troubles).toEqual(['unreachable', 'unreachable', 'unreachable', null])
    const [first = 0, second = 0, third = 0, afterwards = 0] = waits
    expect(second).toBeGreaterThan(first)
    expect(third).toBeGreaterThan(second)
    expect(afterwards).toBeLessThan(first)
  })

  it('goes on after a busy server, but not when the import is gone', async () => {
    expect((await follow(refused('unavailable', 503), done)).end?.status).toBe('done')
    expect((await follow(refused('rate_limited', 429), done)).end?.status).toBe('done')
    expect((await follow(refused('not_found', 404), done)).end).toBeNull()
  })
})

function catalogueWith(answers: Partial<Parameters<typeof createCatalogueModel>[0]>) {
  const products = { live: 0 }
  const model = createCatalogueModel(
    {
      catalogues: () => Promise.resolve(answered([buildCatalogue({ products: products.live })])),
      imports: inTurn(answered<ImportStatus[]>([])),
      importStatus: inTurn(done),
      decideImport: inTurn<ImportStatus>(refused('conflict', 409)),
      restoreCatalogue: inTurn<null>(answered(null)),
      ...answers,
    },
    () => Promise.resolve(),
  )
  return { model, products }
}

describe('the catalogue', () => {
  it('tells what is not yet known from what is nothing', async () => {
    const { model } = catalogueWith({ catalogues: inTurn(answered<never[]>([])) })
    expect(model.live.value).toBeNull()
    await model.load()
    expect(model.live.value).toBe(0)
    expect(model.imports.value).toEqual([])
  })

  it('shows a new import at once, and what is live when it has ended', async () => {
    const { model, products } = catalogueWith({ importStatus: inTurn(running(0.5), done) })
    await model.load()
    products.live = 2
    await model.follow('i1')
    expect(model.imports.value?.map(({ status }) => status)).toEqual(['done'])
    expect(model.live.value).toBe(2)
  })

  it('takes up what is still running when it is opened', async () => {
    const { model } = catalogueWith({
      imports: inTurn(answered([buildImport({ import: 'i2', status: 'done' }), buildImport()])),
      importStatus: inTurn(running(0.9), done),
    })
    await model.load()
    await settled()
    expect(model.imports.value?.map(({ import: id, status }) => `${id} ${status}`)).toEqual([
      'i2 done',
      'i1 done',
    ])
  })

  it('puts the decided import in the place of the held one', async () => {
    const { model } = catalogueWith({
      imports: inTurn(answered([buildImport({ status: 'held' })])),
      decideImport: inTurn(answered(buildImport({ status: 'done' }))),
    })
    await model.load()
    await model.decide('i1', 'accept')
    expect(model.imports.value?.map(({ status }) => status)).toEqual(['done'])
  })

  it('stops asking when the session ends', async () => {
    const question = deferred<Answer<ImportStatus>>()
    const { model } = catalogueWith({ importStatus: () => question.promise })
    const following = model.follow('i1')
    model.dispose()
    question.resolve(running(0.5))
    await following
    expect(model.imports.value).toBeNull()
  })
})

function uploadWith(answer: (request: UploadRequest) => Promise<Answer<string>>) {
  const stored: string[] = []
  const model = createUploadModel({ upload: answer }, (id) => stored.push(id))
  return { model, stored }
}

const csv = (name = 'goods.csv') => new File(['id,title\n1,a'], name)

describe('an upload', () => {
  it('goes from chosen over its bytes to the import', async () => {
    const { promise, resolve } = deferred<Answer<string>>()
    let sent: UploadRequest | undefined
    const { model, stored } = uploadWith((request) => {
      sent = request
      return promise
    })
    model.choose(csv())
    model.set({ mode: 'replace' })
    const sending = model.start()
    sent?.onProgress(5, 12)
    expect(model.upload.value).toMatchObject({ kind: 'sending', sent: 5, total: 12 })
    expect([sent?.kind, sent?.mode]).toEqual(['products', 'replace'])
    resolve(answered('i5'))
    await sending
    expect(model.upload.value).toEqual({ kind: 'none' })
    expect(stored).toEqual(['i5'])
  })

  it.each([
    ['Reviews-2026.jsonl', 'reviews'],
    ['상품평.csv', 'reviews'],
    ['catalogue.csv', 'products'],
  ])('takes %s for %s', (name, kind) => {
    const { model } = uploadWith(() => Promise.resolve(answered('i')))
    model.choose(csv(name))
    expect(model.upload.value).toMatchObject({ importKind: kind })
  })

  it('does not send what the server would refuse unread', async () => {
    const { model, stored } = uploadWith(() => Promise.resolve(answered('i')))
    const large = csv()
    Object.defineProperty(large, 'size', { value: LIMITS.importBytes + 1 })
    for (const [file, problem] of [
      [new File([], 'empty.csv'), 'empty'],
      [large, 'too_large'],
    ] as const) {
      model.choose(file)
      expect(model.upload.value).toMatchObject({ kind: 'chosen', problem })
      await model.start()
    }
    expect(stored).toEqual([])
  })

  it('keeps the file after a failure, so that it can be sent again', async () => {
    let isUp = false
    const { model, stored } = uploadWith(() =>
      Promise.resolve(isUp ? answered('i6') : failed({ kind: 'unreachable' })),
    )
    model.choose(csv())
    await model.start()
    expect(model.upload.value).toMatchObject({ kind: 'failed', failure: { kind: 'unreachable' } })
    isUp = true
    await model.start()
    expect(stored).toEqual(['i6'])
  })

  it('goes back to the chosen file when it is stopped', async () => {
    const { model } = uploadWith(
      ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(failed({ kind: 'aborted' })))
        }),
    )
    model.choose(csv())
    const sending = model.start()
    model.cancel()
    await sending
    expect(model.upload.value).toMatchObject({ kind: 'chosen', problem: null })
  })

  it('lets no other file in while one is being sent', () => {
    const { model } = uploadWith(() => deferred<Answer<string>>().promise)
    model.choose(csv())
    void model.start()
    model.choose(csv('other.csv'))
    expect(model.upload.value).toMatchObject({ kind: 'sending', file: { name: 'goods.csv' } })
  })
})

describe('the errors of an import as CSV', () => {
  it('quotes what needs it and runs nothing', () => {
    const text = errorsCsv([
      { line: 3, field: 'price', message: 'Not a price: "about 5, or 6"' },
      { line: 4, field: '=HYPERLINK("x")', message: '가격이 없어요' },
    ])
    expect(text.split('\r\n')).toEqual([
      '\uFEFFline,field,message',
      '3,price,"Not a price: ""about 5, or 6"""',
      `4,"'=HYPERLINK(""x"")",가격이 없어요`,
      '',
    ])
  })
})

describe('the report of an import', () => {
  const root = document.createElement('div')
  const router = createRouter(window)
  afterEach(() => {
    render(null, root)
  })

  function report(parts: Partial<ImportStatus>): string {
    const desk = createDesk(createClient({ key: 'sk_a_b' }), buildSettings(), router)
    render(<ImportReport desk={desk} status={buildImport(parts)} title="Latest import" />, root)
    return root.textContent
  }

  it('has a bar of the progress while it runs', () => {
    expect(report({ progress: 0.42 })).toContain('42%')
    expect(root.querySelector('progress')?.value).toBe(0.42)
  })

  it('never says 100 % before it is so', () => {
    expect(report({ progress: 0.9999 })).toContain('99%')
  })

  it('says when nothing differed', () => {
    expect(report({ status: 'done', read: 9, accepted: 9 })).toMatch(/9 rows read, and nothing differed/)
  })

  it('gives the reason of a held one and both ways on', () => {
    expect(report({ status: 'held', held_because: '4 of 5 products would be removed.' })).toContain('4 of 5')
    const buttons = [...root.querySelectorAll('.callout button')].map(({ textContent }) => textContent)
    expect(buttons).toEqual(['Accept', 'Discard'])
  })

  it('lists what was wrong by line and field', () => {
    report({ status: 'done', errors: [{ line: 7, field: 'title', message: 'The title is missing.' }] })
    const cells = [...root.querySelectorAll('.errors td')].map(({ textContent }) => textContent)
    expect(cells).toEqual(['7', 'title', 'The title is missing.'])
  })
})
