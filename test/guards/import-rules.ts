/** Who may import whom, as data: the table of the README's architecture section. */

interface Rule {
  /** Files the rule is about. */
  readonly from: RegExp
  /** What they must not import. */
  readonly not: RegExp
  /** Exceptions. */
  readonly but?: RegExp
  /** Types may cross this border. */
  readonly typesMay?: boolean
  readonly because: string
}

const domains =
  'catalogue|search|shops|sync|tuning|embeddings|enrichment|privacy|models|outgoing|secrets|metering|warming|events|orders|recommend'

const rules: readonly Rule[] = [
  {
    from: /^widget\//,
    not: /^(worker\/|zod$)/,
    but: /^worker\/contract\/vocabulary\.ts$/,
    typesMay: true,
    because: 'the widget takes types from the contract and values from its zod-free vocabulary only',
  },
  {
    from: /^widget\/loader\//,
    not: /^(preact|@preact|widget\/(core|features|ui))/,
    because: 'the loader reaches the rest by address',
  },
  {
    from: /^widget\/ui\//,
    not: /^widget\/(features|api|host-page|core)\//,
    because: 'ui parts know no feature',
  },
  {
    from: /^widget\/features\/search\//,
    not: /^widget\/features\/(?!search\/)/,
    because: 'a feature never imports another',
  },
  {
    from: /^admin\//,
    not: /^worker\//,
    but: /^worker\/contract\//,
    because: 'the admin panel knows the contract only',
  },
  {
    from: /^admin\/pages\/(?<page>[^/]+)/,
    not: /^admin\/app\.tsx$/,
    because: 'pages are composed by the app',
  },
  { from: /^worker\/contract\/vocabulary\.ts$/, not: /./, because: 'the vocabulary stands alone' },
  {
    from: /^worker\/contract\//,
    not: /^(?!worker\/contract\/|zod$)/,
    because: 'the contract depends on zod and itself',
  },
  {
    from: /^worker\/ports\//,
    not: /^(?!worker\/(ports|contract|result))/,
    because: 'ports are interfaces over the contract',
  },
  {
    from: /^worker\/claims\//,
    not: /^(?!worker\/(?:claims\/|search\/text\/|contract\/(?:claims|vocabulary)\.ts))/,
    because: 'the claims guard judges texts alone: whatever shows one may ask it, and it asks nobody',
  },
  {
    from: new RegExp(`^worker/(${domains})/(?!(?:[\\w-]+/)?routes\\.ts)`),
    not: /^(hono(?!\/utils\/buffer)|worker\/(http|adapters|shop|bin)\/|worker\/(compose|config|app)\.ts)/,
    typesMay: true,
    because: 'a domain knows neither HTTP nor storage nor vendors',
  },
  {
    from: new RegExp(`^worker/(${domains})/(?:[\\w-]+/)?routes\\.ts$`),
    not: /^worker\/((adapters|shop|bin)\/|compose\.ts)/,
    because: 'routes call use cases',
  },
  {
    from: /^worker\/privacy\//,
    not: /^(?!worker\/privacy\/)/,
    because: 'privacy is rules about text and depends on nothing, so that everything may depend on it',
  },
  {
    from: /^worker\/http\//,
    not: /^worker\/((adapters|shop|search|catalogue|bin)\/|compose\.ts)/,
    because: 'http knows no domain',
  },
  {
    from: /^worker\/shop\//,
    not: /^(hono|worker\/(http|adapters|bin)\/|worker\/(compose|config|app)\.ts|worker\/[^/]+\/routes)/,
    because: 'the shop object is storage and the pure rules that run beside it',
  },
  {
    from: /^worker\/adapters\/(?<adapter>[^/]+)\//,
    not: /^worker\/((http|search|catalogue|bin)\/|compose\.ts)/,
    // How a query and a product are put to a server outside is the domain's: pure, and the same for every vendor.
    but: /^worker\/search\/outside\//,
    because: 'adapters know their port and their vendor',
  },
  {
    from: /^worker\/adapters\/(?:llm-|model-wire)/,
    not: /^worker\/shop\//,
    because: 'only the embedded adapters reach the object',
  },
  {
    from: /^worker\/compose\.ts$/,
    not: /^worker\/(http|shop|search|catalogue)\//,
    because: 'compose joins ports and adapters',
  },
  {
    from: /^worker\/app\.ts$/,
    not: /^worker\/((adapters|shop|bin)\/|(config|compose)\.ts)/,
    because: 'the app is routes',
  },
  {
    from: /^worker\/(?!bin\/)/,
    not: /^(node:|worker\/bin\/|test\/)/,
    because: 'the worker runs at the edge, not in Node',
  },
  { from: /./, not: /^(csv-parse|lodash|moment|axios)/, because: 'not one of the chosen libraries' },
]

/** null when the import is allowed, else the sentence of the rule it breaks. */
export function mayImport(edge: { file: string; to: string; typeOnly: boolean }): string | null {
  const broken = rules.find(
    (rule) =>
      rule.from.test(edge.file) &&
      rule.not.test(edge.to) &&
      !(rule.but?.test(edge.to) ?? false) &&
      !(rule.typesMay === true && edge.typeOnly),
  )
  return broken?.because ?? null
}
