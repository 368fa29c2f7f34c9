export type { ProvidedContext } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the scripted model server that all tests share. */
    modelServer: string
  }
}
