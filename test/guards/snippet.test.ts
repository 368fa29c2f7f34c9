import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { snippet } from '../../widget/loader/snippet.ts'

describe('what a shop pastes', () => {
  const pasted = snippet('https://edge.example', 'pk_abcdefghijkl_0123456789abcdef0123456789abcdef')

  it('is one plain async script tag with nothing inline', () => {
    expect(pasted.trim()).toMatch(
      /^<script async src="https:\/\/edge\.example\/aisle\.js" data-shop="pk_\w+"><\/script>$/,
    )
  })

  it('survives the editors of shop builders: no braces, no template literals, no comments', () => {
    expect(pasted).not.toMatch(/[{}`]|<!--|\$/)
  })

  it('is what the README tells to paste', () => {
    const readme = readFileSync('README.md', 'utf8')
    expect(readme).toMatch(/<script async src="https:\/\/[^"]+\/aisle\.js" data-shop="pk_[^"]*"><\/script>/)
  })
})
