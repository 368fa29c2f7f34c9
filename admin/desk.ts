import type { Client } from './api/client.ts'
import { createCatalogueModel, type CatalogueModel } from './pages/catalogue/catalogue-model.ts'
import { createSyncModel, type SyncModel } from './pages/catalogue/sync-model.ts'
import { createUploadModel, type UploadModel } from './pages/catalogue/upload-model.ts'
import { createSearchModel, type SearchModel } from './pages/search/search-model.ts'
import { createTuningModel, type TuningModel } from './pages/tuning/tuning-model.ts'
import { createWordsModel, type WordsModel } from './pages/words/words-model.ts'
import type { Router } from './router.ts'
import { createSettingsStore, type SettingsStore } from './settings-store.ts'
import type { SettingsResponse } from '../worker/contract/shops.ts'
import { createNotices, type Notices } from './ui/notices.ts'
import { createQuestions, type Questions } from './ui/questions.ts'

/**
 * Everything a signed-in merchant works with. The models live here and not in their pages, so that an upload goes on,
 * and a search is still there, while another page is looked at.
 */
export interface Desk {
  readonly router: Router
  readonly settings: SettingsStore
  readonly notices: Notices
  readonly questions: Questions
  readonly catalogue: CatalogueModel
  readonly sync: SyncModel
  readonly upload: UploadModel
  readonly search: SearchModel
  readonly tuning: TuningModel
  readonly words: WordsModel
  readonly dispose: () => void
}

export function createDesk(client: Client, settings: SettingsResponse, router: Router): Desk {
  const catalogue = createCatalogueModel(client)
  const search = createSearchModel(client)
  const upload = createUploadModel(client, (id) => {
    void catalogue.follow(id)
    // The new import is what is looked at, unless the merchant has gone elsewhere meanwhile.
    if (router.route.value.page === 'catalogue') router.replace({ page: 'catalogue' })
  })
  return {
    router,
    settings: createSettingsStore(client, settings),
    notices: createNotices(),
    questions: createQuestions(),
    catalogue,
    sync: createSyncModel(client),
    upload,
    search,
    tuning: createTuningModel(client),
    words: createWordsModel(client),
    dispose() {
      upload.cancel()
      search.dispose()
      catalogue.dispose()
    },
  }
}
