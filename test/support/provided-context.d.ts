export type { ProvidedContext } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the scripted model server that all tests share. */
    modelServer: string
    /** Base address of the scripted embedding server. */
    embeddingServer: string
    /** Every way that server can be told to answer. */
    modelScripts: readonly string[]
    /** Where Meilisearch is for the tests: a real one behind it, or recorded answers. */
    meilisearch: { readonly url: string; readonly key: string; readonly isReal: boolean }
    /** Published attack texts, one a line; empty where the file is not there. */
    safetyTexts: readonly string[]
  }
}
