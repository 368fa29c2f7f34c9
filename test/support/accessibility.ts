import type { AxeResults, NodeResult } from 'axe-core'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What a screen reader is given of one element. */
export interface AccessibleNode {
  readonly role: string
  readonly name: string
  readonly properties: Readonly<Record<string, unknown>>
  /** The element that `aria-activedescendant` resolves to. */
  readonly activeDescendant: AccessibleNode | undefined
}

/** The accessibility tree of the page as Chromium hands it to screen readers, without ignored nodes. */
export async function accessibleNodes(page: Page): Promise<AccessibleNode[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  type Raw = (typeof nodes)[number]
  const read = (node: Raw): AccessibleNode => {
    const properties = node.properties ?? []
    const target = properties.find(({ name }) => name === 'activedescendant')?.value.relatedNodes?.[0]
    const option =
      target && nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === target.backendDOMNodeId)
    return {
      role: String(node.role?.value ?? ''),
      name: String(node.name?.value ?? ''),
      properties: Object.fromEntries(properties.map(({ name, value }) => [name, value.value as unknown])),
      activeDescendant: option && read(option),
    }
  }
  return nodes.filter(({ ignored }) => !ignored).map(read)
}

/** Faults axe finds on the whole page, shadow roots included: one line each. Throws when it never saw the overlay. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated, not added as a tag: the store's own policy allows no script but its own and the edge's.
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  const isOurs = ({ target }: NodeResult): boolean => target.flat()[0] === 'aisle-root'
  if (!passes.some(({ nodes }) => nodes.some(isOurs))) throw new Error('axe did not look into the overlay')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`),
  )
}
