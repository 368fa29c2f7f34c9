import { Component } from 'preact'
import type { ComponentChildren } from 'preact'

interface Props {
  onCrash: () => void
  children: ComponentChildren
}

/** A fault in drawing ends here, not in the shop's page. */
export class Boundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  override componentDidCatch(): void {
    this.setState({ isBroken: true })
    this.props.onCrash()
  }

  override render() {
    return this.state.isBroken ? null : this.props.children
  }
}
