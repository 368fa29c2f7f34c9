/** Entries with an id each: their own where they have one. */
export const withIds = <Entry extends { readonly id?: string | undefined }>(
  entries: readonly Entry[],
  newId: () => string,
): (Entry & { readonly id: string })[] => entries.map((entry) => ({ ...entry, id: entry.id ?? newId() }))
