/** A tagged template for HTML whose interpolated values are escaped unless they are HTML themselves. Pure. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** Markup that is safe to place as it is. Made only by `html` below. */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

/** What may stand between the braces; `false`, `null` and `undefined` leave nothing. */
export type Child = Html | string | number | false | null | undefined | readonly Child[]

function render(child: Child): string {
  if (child === false || child === null || child === undefined) return ''
  if (child instanceof Html) return child.toString()
  if (typeof child === 'string' || typeof child === 'number') return escapeHtml(String(child))
  return child.map(render).join('')
}

/** HTML from a literal; attribute values must stand in double quotes. */
export const html = (literal: TemplateStringsArray, ...children: readonly Child[]): Html =>
  new Html(literal.reduce((markup, part, i) => markup + render(children[i - 1]) + part))
