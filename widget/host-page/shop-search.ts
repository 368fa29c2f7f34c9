/** The shop's own search, for when ours cannot answer. */
export interface ShopSearch {
  readonly exists: boolean
  /** Where the shop shows results for these words, if that can be known without asking the page's scripts. */
  readonly href: (words: string) => string | undefined
  /** Searches there with these words, the page's own way where it has one. */
  readonly submit: (words: string) => void
}

/**
 * @param input the shop's own search field, when the page has one
 * @param template address of the shop's results page with `{query}` in it, or empty
 */
export function createShopSearch(input: HTMLInputElement | undefined, template: string): ShopSearch {
  function href(words: string): string | undefined {
    if (template) return new URL(template.replace('{query}', encodeURIComponent(words)), location.href).href
    const form = input?.form
    if (!form || !input.name || /post|dialog/i.test(form.getAttribute('method') ?? '')) return undefined
    // Read as attributes: a field named "action" hides the form's own property.
    const address = new URL(form.getAttribute('action') ?? '', document.baseURI)
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') address.searchParams.set(name, value)
    address.searchParams.set(input.name, words)
    return address.href
  }
  return {
    exists: Boolean(template || input?.form),
    href,
    submit(words) {
      const form = input?.form
      if (!template && form?.isConnected) {
        // Through the prototype: a framework that controls the field watches its own setter only.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, words)
        input?.dispatchEvent(new Event('input', { bubbles: true }))
        form.requestSubmit()
        return
      }
      const address = href(words)
      if (address) location.assign(address)
    },
  }
}
