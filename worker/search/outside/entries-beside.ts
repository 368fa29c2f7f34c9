/**
 * Index entries that the shop's own index looks through while a search server looks too, forty nanoseconds each. No
 * word of a shop with fewer products has more; in a larger one the commonest words are the server's to find.
 */
export const ENTRIES_BESIDE = 100_000
