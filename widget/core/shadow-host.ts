/** Custom property to value, as the stylesheet expects them. */
export type Tokens = Readonly<Record<`--${string}`, string>>

export interface ShadowHost {
  /** Where features render: inside the shadow root and out of reach of the shop's styles. */
  readonly root: HTMLElement
  show(tokens: Tokens): void
}

/**
 * One element, one shadow root, one constructed stylesheet: the only way to style that every content security policy
 * lets through. The element comes into the page at the first `show`, after `<body>`, where no `:last-child` or grid gap
 * of the shop's can notice it, and holds nothing while nothing shows.
 */
export function createShadowHost(css: string, locale: string): ShadowHost {
  const host = document.createElement('aisle-root')
  // Important, because a rule such as `* { display: block !important }` of the page reaches this one element.
  for (const [name, value] of [
    ['all', 'initial'],
    ['position', 'fixed'],
    ['inset', '0 auto auto 0'],
  ] as const)
    host.style.setProperty(name, value, 'important')
  const shadow = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]
  const root = document.createElement('div')
  root.className = 'root'
  root.lang = locale
  // To the page a key typed here has no text field as its target: its one-letter shortcuts would fire.
  for (const name of ['keydown', 'keypress', 'keyup'])
    root.addEventListener(name, (event) => event.stopPropagation())
  shadow.append(root)
  return {
    root,
    show(tokens) {
      for (const [name, value] of Object.entries(tokens)) root.style.setProperty(name, value)
      // Once and for good: taking it out would leave Chromium's focused field without a caret to type at.
      if (!host.isConnected) document.documentElement.append(host)
    },
  }
}
