import type { ApiFailure } from '../api/answer.ts'
import type { SignInProblem } from '../session.ts'
import { LIMITS, type ImportKind, type SyncProblem } from '../../worker/contract/vocabulary.ts'
import { tuningMessages } from './tuning-en.ts'
import { wordsMessages } from './words-en.ts'

const n = (value: number): string => value.toLocaleString('en')
const counted = (value: number, one: string, many: string): string =>
  `${n(value)} ${value === 1 ? one : many}`
const products = (value: number): string => counted(value, 'product', 'products')
const megabytes = LIMITS.importBytes / 1024 / 1024

function failure(reason: ApiFailure): string {
  switch (reason.kind) {
    case 'unreachable':
      return 'The server did not answer. Check the connection, then try again.'
    case 'aborted':
      return 'This was stopped.'
    case 'unreadable':
      return `The server answered in a form this page does not know (${reason.status}). Reload the page; it may be an older version.`
    case 'refused':
      return reason.code === 'rate_limited'
        ? 'Too many requests at once. Wait a moment, then try again.'
        : reason.message
  }
}

function signInProblem(problem: SignInProblem): string {
  switch (problem.kind) {
    case 'empty':
      return 'Paste the secret key first.'
    case 'public_key':
      return 'This is the public key. The secret key begins with sk_.'
    case 'not_a_key':
      return 'This is not a secret key. It begins with sk_ and has two more parts, joined by underscores.'
    case 'wrong_key':
      return 'No shop has this secret key. Check that all of it was copied.'
    case 'key_expired':
      return 'The key no longer works, so you were signed out. Nothing was changed.'
    case 'failed':
      return failure(problem.failure)
  }
}

/** English is the type: every language has exactly these texts. A text with a value in it is a function. */
export const messages = {
  failure,
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  undo: 'Undo',
  undone: 'Undone: it is as it was before.',
  remove: 'Remove',
  loading: 'Loading…',
  skip: 'Skip to content',

  session: {
    title: 'Sign in to your shop',
    lead: 'Paste the secret key you were given when the shop was created.',
    key: 'Secret key',
    show: 'Show key',
    hide: 'Hide key',
    submit: 'Sign in',
    checking: 'Checking the key…',
    kept: 'The key stays in this tab. Closing the tab signs you out.',
    signOut: 'Sign out',
    problem: signInProblem,
  },

  shell: {
    pages: 'Pages',
    catalogue: 'Catalogue',
    search: 'Try a search',
    tuning: 'Tuning',
    words: 'Words',
    install: 'Install',
    language: 'Language',
    theme: 'Appearance',
    themeSystem: 'As the system',
    themeLight: 'Light',
    themeDark: 'Dark',
    shortcuts: 'Keyboard shortcuts',
    shortcutHelp: 'Show this list',
    shortcutFind: 'Search as a shopper',
    followedBy: 'then',
    menu: 'Menu',
  },

  catalogue: {
    title: (count: number) => (count === 1 ? '1 product is live' : `${n(count)} products are live`),
    titleNone: 'Nothing is live yet',
    titleUnknown: 'Catalogue',
    leadNone: 'Import a file of your products. Shoppers can search them as soon as it is read.',
    since: (when: string) => `Catalogue started ${when}.`,
    importTitle: 'Import a file',
    drop: 'Drop a file here',
    dropNow: 'Let go to choose this file',
    or: 'or',
    choose: 'Choose a file',
    formats: `CSV, TSV, JSON or JSON Lines, up to ${megabytes} MB. Format and encoding are detected.`,
    oneFile: 'One file at a time, please. Nothing was chosen.',
    teachTitle: 'What a row needs',
    teach:
      'An id and a title are enough. With price, link, image_link, brand, product_type and description, shoppers find more. Column names of common shop systems are recognised.',
    what: 'What is in it?',
    productsKind: 'Products',
    reviewsKind: 'Reviews',
    how: 'What happens to what is there?',
    upsert: 'Add and update',
    upsertHint: 'Rows change or add their own product. Everything else stays.',
    replace: 'Replace everything',
    replaceHint: 'What the file does not hold is removed. A drastic change is held until you accept it.',
    start: 'Import',
    other: 'Choose another file',
    tooLarge: (size: string) =>
      `The file is ${size}; at most ${megabytes} MB can be imported. Split it, or leave out columns.`,
    emptyFile: 'The file is empty. Choose another one.',
    uploading: (name: string) => `Sending ${name}`,
    uploaded: (sent: string, total: string) => `${sent} of ${total}`,
    storing: 'Sent. Waiting for the server to store it…',
    uploadCancelled: 'The upload was stopped. Nothing was changed.',
    uploadFailed: 'The file was not imported',
    leaving: 'A file is still being sent.',
    stages: {
      reading: 'Reading the file',
      folding: 'Writing products',
      evidence: 'Reading what reviewers say',
      done: 'Done',
      held: 'Held',
      failed: 'Failed',
      discarded: 'Discarded',
    } as Readonly<Record<string, string>>,
    running: (what: string) => `${what}…`,
    doneProducts: (accepted: number, changed: number) =>
      changed === 0
        ? `${counted(accepted, 'row', 'rows')} read, and nothing differed from what was there`
        : `${counted(accepted, 'row', 'rows')} imported, ${products(changed)} changed`,
    doneReviews: (accepted: number, changed: number) =>
      changed === 0
        ? `${counted(accepted, 'review', 'reviews')} read, and nothing differed from what was there`
        : `${counted(accepted, 'review', 'reviews')} imported, ${n(changed)} new or changed`,
    doneEvents: (accepted: number, changed: number) =>
      changed === 0
        ? `${counted(accepted, 'event', 'events')} read, and all were there before`
        : `${counted(accepted, 'event', 'events')} imported, ${n(changed)} new`,
    held: 'Waiting for your decision',
    heldStays: 'Until you decide, shoppers see the catalogue as it was.',
    failed: 'The file was refused; everything stays as it was',
    discarded: 'Discarded; everything stays as it was',
    counts: {
      read: 'Read',
      accepted: 'Accepted',
      rejected: 'Rejected',
      changed: 'Changed',
      removed: 'Removed',
    },
    stale: 'The server is not answering; the import goes on there. Asking again…',
    accept: 'Accept',
    acceptTitle: 'Let this import go live?',
    acceptText: (reason: string) => `${reason} The catalogue that is live now is kept and can be restored.`,
    acceptYes: 'Accept and go live',
    accepted: 'The import is live.',
    discard: 'Discard',
    discardTitle: 'Discard this import?',
    discardText:
      'Its products are deleted here. The live catalogue stays as it is. To use the file after all, import it again.',
    discardYes: 'Discard the import',
    discardedNotice: 'The import was discarded. Nothing changed for shoppers.',
    detected: 'What the file was taken for',
    format: 'Format',
    encoding: 'Encoding',
    delimiter: 'Separator',
    delimiters: { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' } as Readonly<
      Record<string, string>
    >,
    columns: 'Columns',
    column: 'Column in the file',
    meaning: 'Used as',
    errors: (count: number, atMost: boolean) =>
      atMost ? `The first ${n(count)} problems` : counted(count, 'problem', 'problems'),
    errorsHint:
      'Rows with a problem were left out; the others were imported. Mend these lines and import the file again.',
    errorsHintFailed: 'Nothing of this file was used. Mend it and import it again.',
    line: 'Line',
    wholeFile: 'file',
    field: 'Field',
    problem: 'Problem',
    showAll: (count: number) => `Show all ${n(count)}`,
    download: 'Download as CSV',
    recent: 'Recent imports',
    recentNone: 'No import yet. The first one will appear here, with its counts and problems.',
    status: { running: 'Running', done: 'Done', held: 'Held', failed: 'Failed' },
    kindMode: (kind: ImportKind, mode: 'upsert' | 'replace') =>
      `${{ products: 'Products', reviews: 'Reviews', events: 'Events' }[kind]}, ${mode === 'upsert' ? 'add and update' : 'replace everything'}`,
    summary: (accepted: number, rejected: number) =>
      rejected === 0 ? `${n(accepted)} accepted` : `${n(accepted)} accepted, ${n(rejected)} rejected`,
    latest: 'Latest import',
    chosen: (when: string) => `Import of ${when}`,
    missing: 'This import is not among the recent ones.',
    earlier: 'Earlier catalogues',
    earlierHint: 'Each “Replace everything” keeps the catalogue before it. Up to three can be brought back.',
    earlierNone: 'None yet. When an import replaces everything, the catalogue before it is kept here.',
    live: 'Live',
    productsOf: products,
    restore: 'Restore',
    restoreTitle: 'Bring this catalogue back?',
    restoreText: (there: number, now: number) =>
      `Shoppers will search ${products(there)} instead of ${n(now)}. The catalogue that is live now is kept and can be restored in turn.`,
    restoreYes: 'Bring it back',
    restored: (count: number) => `The catalogue of ${products(count)} is live again.`,
    next: 'Next',
    nextSearch: 'Try a search',
    nextInstall: 'Put it into your shop',
  },

  searchServer: {
    title: 'Meilisearch index',
    upToDate: (count: number) => `Up to date: ${products(count)}.`,
    pending: (count: number) =>
      count === 0 ? 'Almost done.' : `${products(count)} on the way. New prices and removals already show.`,
    lastSuccess: (when: string) => `Last brought up to date ${when}.`,
    reindex: 'Build the index anew',
    asked: 'The index is built anew beside the one in use. Searches go on.',
    problems: {
      unreachable:
        'Meilisearch does not answer. Searches use the shop’s own index, and changes are kept until it is back. Check that the server runs and that MEILI_URL is right.',
      busy: 'Meilisearch is overloaded. Changes are kept and sent again in a moment. If this stays, give the server more room.',
      refused:
        'Meilisearch refuses our key. Set MEILI_KEY to a key that may manage indexes, documents, tasks and keys.',
      index_missing: 'The index was gone and is being built anew. There is nothing to do.',
      rejected: 'Meilisearch did not take what was sent. Check that it is version 1.50 or newer.',
      task_failed:
        'Meilisearch could not finish a task. It is sent again; look at its disk space if this stays.',
    } satisfies Record<SyncProblem, string>,
  },

  search: {
    title: 'What would a shopper find?',
    found: (total: number) => (total === 1 ? '1 product found' : `${n(total)} products found`),
    nearest: (total: number) => `Nothing fits exactly; ${products(total)} come${total === 1 ? 's' : ''} near`,
    none: 'Nothing found',
    label: 'Search as a shopper',
    placeholder: 'Say what you are looking for',
    clear: 'Clear',
    lead: 'Type as a shopper would. The products stand on the left, and beside each why it stands there.',
    examples: 'For example',
    emptyCatalogue: 'There is nothing to find yet: import a file of products first.',
    toCatalogue: 'Go to the catalogue',
    noneHint: 'No product holds these words. Fewer or other words often help.',
    relax: 'What it would find with one wish less',
    relaxWish: (label: string, total: number) => `Without ${label}: ${n(total)}`,
    failed: 'The search did not work',
    meta: (milliseconds: number, mode: string) => `${n(milliseconds)} ms, ${mode}`,
    modes: { keyword: 'words only', hybrid: 'words and meaning', reranked: 'ordered by a model' },
    noPrice: 'No price',
    rank: (place: number) => `Place ${n(place)}`,
    availabilities: {
      in_stock: 'In stock',
      out_of_stock: 'Sold out',
      preorder: 'Pre-order',
      backorder: 'On back order',
    },
    why: 'Why this order',
    details: 'Terms and counts',
    understood: 'Understood',
    understoodHint:
      'Filled ones leave products out, outlined ones only lift some. Take one back to see what it does.',
    understoodNone: 'No wishes: every word is searched as it is.',
    drop: (label: string) => `Take back: ${label}`,
    bringBack: (label: string) => `Bring back: ${label}`,
    asNames: 'Read as names',
    asNamesHint:
      'These sound like wishes, but the shop sells things of that name, so they are searched as words.',
    words: 'Words of the query',
    ignored: 'Not searched',
    terms: 'Terms searched',
    term: 'Term',
    documents: 'Products',
    weight: 'Weight',
    inNone: 'in no product',
    added: (count: number) => counted(count, 'term was added', 'terms were added'),
    addedHint: 'Words that often go with what was asked. They count for less.',
    addedUnused: (count: number) => `${n(count)} more are in no product.`,
    pool: 'From match to list',
    matched: 'Match at least one term',
    ranked: 'Compared closely',
    kept: 'Good enough to show',
    score: 'Score',
    text: 'Words',
    coverage: 'Query covered',
    named: 'In title, brand, category',
    serves: 'Serves the wish',
    lifted: (factor: string) => `× ${factor} by wishes`,
    met: 'Meets',
    unknown: 'Does not say',
    more: (count: number) => `Show ${n(count)} more`,
    notExplained: 'Past the products that are explained.',
  },

  tuning: tuningMessages,
  words: wordsMessages,

  install: {
    title: 'Live on every page that has the line below',
    titleOff: 'Switched off: shoppers see your own search',
    titleRamp: (percent: number) => `On for ${percent}% of visits`,
    titleNoOrigins: 'One step left: say which addresses may use it',
    nothingYet: 'There is nothing to find yet, so shoppers would find nothing.',
    snippetTitle: 'Paste this line',
    snippetText:
      'Anywhere in your shop’s pages, once. It loads after your page and changes nothing until a shopper searches.',
    snippet: 'Line to paste',
    copy: 'Copy',
    copied: 'Copied.',
    copyFailed: 'The browser did not allow copying. Select the line and copy it yourself.',
    publicKey:
      'The key in this line is public: it may be seen by anyone. Never paste the secret key into a page.',
    originsTitle: 'Addresses of your shop',
    originsText:
      'Only pages at these addresses may search. Add each one your shop is seen at, with and without www.',
    originsNone: 'No address yet, so every page is refused. Add the one your shop is seen at.',
    address: 'Address',
    addressPlaceholder: 'https://www.myshop.com',
    add: 'Add',
    notAnAddress: 'This is not an address. It looks like https://www.myshop.com.',
    alreadyThere: 'This address is already there.',
    added: (address: string) => `${address} was added.`,
    removed: (address: string) => `${address} was removed.`,
    removeAddress: (address: string) => `Remove ${address}`,
    insecure: 'not encrypted',
    switchTitle: 'Who sees it',
    on: 'Search by Aisle',
    onHint: 'Off means the line does nothing at all and your shop’s own search works as before.',
    turnedOff: 'Switched off. It reaches every visitor within a minute.',
    turnedOn: 'Switched on. It reaches every visitor within a minute.',
    ramp: 'Share of visits',
    rampHint: 'Begin with a few, watch, then raise it. A visit keeps what it got.',
    rampOff: 'While it is off, no visit gets it.',
    rampSet: (percent: number) => `Now on for ${percent}% of visits.`,
    percent: (percent: number) => `${percent}%`,
    notSaved: (why: string) => `Not saved, so it is as it was before. ${why}`,
  },
}

export type Messages = typeof messages
