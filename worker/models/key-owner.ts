/**
 * Whom a sealed key belongs to: one endpoint of one shop at one address. A key cannot be opened for another address, so
 * nobody who may change the address learns the key by it. Pure.
 */
export const keyOwner = (
  shop: string,
  { id, base_url: baseUrl }: { readonly id: string; readonly base_url: string },
): string => JSON.stringify(['model', shop, id, baseUrl])
