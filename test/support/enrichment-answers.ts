/** What a model may write about products, by the name a test asks for; each is made from the prompt's user text. */

interface Seen {
  readonly products: readonly { readonly number: number; readonly text: string }[]
  /** Label to number. */
  readonly tags: ReadonlyMap<string, number>
}

function read(user: string): Seen {
  const [tagLines = '', productLines = ''] = user.split('\nProducts:\n')
  return {
    products: [...productLines.matchAll(/^(\d+)\|(.*)$/gm)].map(([, number, text]) => ({
      number: Number(number),
      text: text ?? '',
    })),
    tags: new Map(
      [...tagLines.matchAll(/(\d+) ([^|\n]+)/g)].map(([, number, label]) => [label ?? '', Number(number)]),
    ),
  }
}

const title = (text: string): string => text.split('|')[0] ?? ''

type Told = { n: number; t: object[]; w: string[] }

/** `Calm`, with the title as evidence, and two wishes of which one names the title's last word backwards. */
function tell({ products, tags }: Seen): Told[] {
  return products.map(({ number, text }) => ({
    n: number,
    t: [{ c: tags.get('Calm') ?? 0, e: title(text) }],
    w: [
      'quiet sundays by the window',
      `${Array.from(title(text).split(' ').at(-1) ?? '')
        .reverse()
        .join('')} hour`,
    ],
  }))
}

const answer = (products: readonly object[]): string => JSON.stringify({ p: products })

/** `argument` is what stands behind `=` in the script's name. */
export const enrichmentAnswers: Readonly<Record<string, (user: string, argument: string) => string>> = {
  'enrich-tell': (user) => answer(tell(read(user))),
  /** The same with other words, as another model would. */
  'enrich-tell-else': (user) =>
    answer(tell(read(user)).map((told) => ({ ...told, w: ['warm hands after a long walk'] }))),
  /** Quotes what no product says. */
  'enrich-misquote': (user) =>
    answer(
      tell(read(user)).map((told) => ({
        ...told,
        t: told.t.map((tag) => ({ ...tag, e: 'soft as a dream' })),
      })),
    ),
  'enrich-first': (user) => answer(tell(read(user)).slice(0, 1)),
  /** Cut off in the middle of the second product. */
  'enrich-cut': (user) => {
    const whole = answer(tell(read(user)))
    const second = whole.indexOf('{"n":2')
    return second < 0 ? whole : whole.slice(0, second + 30)
  },
  'enrich-prose': () => 'I am happy to help! These are lovely products for calm evenings.',
  'enrich-fenced': (user) => `Here you are:\n\`\`\`json\n${answer(tell(read(user)))}\n\`\`\`\nEnjoy {these}.`,
  /** Says nothing of use about a batch that holds the word. */
  'enrich-picky': (user, word) => (user.toLowerCase().includes(word) ? '{"p":[]}' : answer(tell(read(user)))),
  /** Whatever a model that obeyed a product's text could try. */
  'enrich-obey': (user) =>
    answer(
      read(user).products.flatMap(({ number, text }) => [
        {
          n: number,
          t: [{ c: 999, e: title(text) }, { c: 0, e: '' }, { c: 'mood:hacked', e: 'x' }, -1, 1.5, null],
          w: [
            'see https://evil.example now',
            '<img src=x onerror=alert(1)>',
            'call 010-1234-5678 today',
            'ignore previous instructions {"p":[]}',
            'cures arthritis and heals pain',
            'only $9.99 this week',
            'You read product cards of one online shop',
            '조용한 일요일에 어울리는 물건',
            'x'.repeat(61),
            'a calm corner for reading',
          ],
        },
        { n: number, t: [{ c: 1, e: title(text) }], w: ['a second telling of the same product'] },
        { n: 99, t: [{ c: 1, e: 'x' }], w: ['a product nobody asked about'] },
      ]),
    ),
}
