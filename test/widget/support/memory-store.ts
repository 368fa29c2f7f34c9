import type { Store } from '../../../widget/ports/store.ts'

export function memoryStore(): Store {
  const values = new Map<string, string>()
  return { read: (name) => values.get(name), write: (name, value) => void values.set(name, value) }
}
