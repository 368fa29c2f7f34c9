/** What this device remembers for the shopper, by name. Never throws. */
export interface Store {
  read(name: string): string | undefined
  write(name: string, value: string): void
}
