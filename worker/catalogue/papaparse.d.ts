/**
 * The part of papaparse this project calls. `@types/papaparse` is left out because it brings Node's
 * global types into code that must run without Node.
 */
declare module 'papaparse' {
  interface Step {
    /** The one row just completed, inside an array. */
    readonly data: readonly (readonly string[])[]
    readonly errors: readonly { readonly code: string }[]
    /** `cursor` is the offset of the first character after the row. */
    readonly meta: { readonly cursor: number }
  }
  class Parser {
    constructor(config: {
      readonly delimiter: string
      readonly newline: '\n' | '\r'
      readonly quoteChar?: string
      readonly step: (step: Step) => void
    })
    /** With `ignoreLastRow` an unfinished last row is left unread. */
    parse(
      input: string,
      baseIndex: number,
      ignoreLastRow: boolean,
    ): { readonly meta: { readonly cursor: number } }
    abort(): void
  }
  const Papa: { readonly Parser: typeof Parser }
  export default Papa
}
