/**
 * The one line a shop pastes, anywhere in its pages.
 *
 * @param edge origin that serves `/aisle.js`, without a trailing slash
 * @param publicKey the shop's public key (`pk_…`), safe to show to anyone
 */
export const snippet = (edge: string, publicKey: string): string =>
  `<script async src="${edge}/aisle.js" data-shop="${publicKey}"></script>`
