import { claimsMessages } from './claims-en.ts'

const n = (value: number): string => value.toLocaleString('en')

/** Texts of the page about what shoppers type. */
export const wordsMessages = {
  pageTitle: 'What shoppers type, and where it leads',
  brandsTitle: 'Brands by other names',
  brandsText:
    'Shoppers write a brand in their own script. These spellings lead to it, and so do words that sound like it. Separate them with commas.',
  brandsNone: 'No product has a brand yet. With the brand column filled, its other spellings appear here.',
  find: 'Find a brand',
  brand: 'Brand',
  spellings: 'Also typed as',
  source: 'From',
  spellingsOf: (brand: string) => `Other spellings of ${brand}`,
  sources: { rule: 'rule', list: 'list', merchant: 'you' },
  toAutomatic: 'Back to automatic',
  saved: (brand: string) => `Spellings of ${brand} saved.`,
  automatic: (brand: string) => `${brand} has its automatic spellings again.`,
  more: (count: number) => `${n(count)} more. Find one by its name.`,
  notSaved: (why: string) => `Nothing was changed. ${why}`,
  listsTitle: 'Suggestions while typing',
  listsText:
    'A shopper’s words are suggested to others only after five visitors on two days have clicked a result, and never with personal data.',
  popular: 'Shown before anything is typed',
  popularHint: 'One a line. Left empty, what shoppers search for most is shown.',
  blocked: 'Never suggested',
  blockedHint: 'One a line. Whatever holds one of these is left out at once.',
  claims: claimsMessages,
  listsSaved: 'Saved. It holds from now on.',
  linksTitle: 'Answers that are no products',
  linksText:
    'Someone who searches for delivery, returns or coupons is shown the page you name here. Usual words are known; add your own.',
  kind: 'Kind',
  kinds: { policy: 'Policy', notice: 'Notice', order: 'Orders' },
  title: 'Title',
  link: 'Address',
  triggers: 'Own words',
  add: 'Add',
  linkAdded: (title: string) => `${title} was added.`,
  linkRemoved: (title: string) => `${title} was removed.`,
  removeLink: (title: string) => `Remove ${title}`,
  linkWrong: 'It needs a title and an address that begins with https:// or /.',
  linkSaved: 'Saved.',
  categoryLink: 'Address of a category’s page',
  brandLink: 'Address of a brand’s page',
  templatePlaceholder: '/category/{value}',
  templateHint: '{value} stands for the whole name, {title} for its last part. Left empty, none is linked.',
}
export type WordsMessages = typeof wordsMessages
