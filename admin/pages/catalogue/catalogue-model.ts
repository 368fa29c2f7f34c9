import { batch, computed, signal, type ReadonlySignal } from '@preact/signals'
import type { CatalogueEntry, ImportStatus } from '../../../worker/contract/catalogue.ts'
import type { Answer, ApiFailure } from '../../api/answer.ts'
import type { Client } from '../../api/client.ts'
import { followImport } from './follow-import.ts'

type CatalogueClient = Pick<
  Client,
  'catalogues' | 'restoreCatalogue' | 'imports' | 'importStatus' | 'decideImport'
>

export interface CatalogueModel {
  /** Newest first; null until they are known. */
  readonly imports: ReadonlySignal<readonly ImportStatus[] | null>
  /** The live one and those that can be restored, newest first; null until they are known. */
  readonly catalogues: ReadonlySignal<readonly CatalogueEntry[] | null>
  /** Products live now; null until known. */
  readonly live: ReadonlySignal<number | null>
  /** Why the lists could not be loaded. */
  readonly failure: ReadonlySignal<ApiFailure | null>
  /** Why an import that runs cannot be followed at the moment. */
  readonly trouble: ReadonlySignal<ApiFailure | null>
  /** Loads both lists, and follows what is running. */
  readonly load: () => Promise<void>
  /** Follows an import to its end, then looks again at what is live. */
  readonly follow: (id: string) => Promise<void>
  readonly decide: (id: string, decision: 'accept' | 'discard') => Promise<Answer<ImportStatus>>
  readonly restore: (id: number) => Promise<Answer<null>>
  readonly dispose: () => void
}

const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** What is live, what was imported, and what is being imported. Lives as long as the session, not as the page. */
export function createCatalogueModel(client: CatalogueClient, wait = sleep): CatalogueModel {
  const imports = signal<readonly ImportStatus[] | null>(null)
  const catalogues = signal<readonly CatalogueEntry[] | null>(null)
  const failure = signal<ApiFailure | null>(null)
  const trouble = signal<ApiFailure | null>(null)
  const followed = new Map<string, Promise<void>>()
  const end = new AbortController()

  function put(status: ImportStatus): void {
    const known = imports.value ?? []
    const isKnown = known.some((other) => other.import === status.import)
    imports.value = isKnown
      ? known.map((other) => (other.import === status.import ? status : other))
      : [status, ...known]
  }

  async function loadCatalogues(): Promise<void> {
    const answer = await client.catalogues()
    batch(() => {
      if (answer.ok) catalogues.value = answer.value
      else failure.value = answer.failure
    })
  }

  function follow(id: string): Promise<void> {
    const already = followed.get(id)
    if (already) return already
    const following = followImport(client, id, {
      onStatus: put,
      onTrouble: (reason) => (trouble.value = reason),
      wait,
      signal: end.signal,
    })
      .then((last) => (last ? loadCatalogues() : undefined))
      .finally(() => followed.delete(id))
    followed.set(id, following)
    return following
  }

  async function loadImports(): Promise<void> {
    const answer = await client.imports()
    if (!answer.ok) {
      failure.value = answer.failure
      return
    }
    imports.value = answer.value
    for (const { import: id, status } of answer.value) if (status === 'running') void follow(id)
  }

  return {
    imports,
    catalogues,
    live: computed(() =>
      catalogues.value === null
        ? null
        : (catalogues.value.find(({ state }) => state === 'live')?.products ?? 0),
    ),
    failure,
    trouble,
    async load() {
      failure.value = null
      await Promise.all([loadImports(), loadCatalogues()])
    },
    follow,
    async decide(id, decision) {
      const answer = await client.decideImport(id, decision)
      if (answer.ok) put(answer.value)
      await loadCatalogues()
      return answer
    },
    async restore(id) {
      const answer = await client.restoreCatalogue(id)
      await loadCatalogues()
      return answer
    },
    dispose: () => end.abort(),
  }
}
