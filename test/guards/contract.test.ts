import { describe, expect, it } from 'vitest'
import { openapiDocument } from '../../worker/contract/openapi.ts'

describe('the contract', () => {
  it('is the committed one: a change of the API shows as a change of this file', async () => {
    await expect(`${JSON.stringify(openapiDocument(), null, 2)}\n`).toMatchFileSnapshot(
      'contract.snapshot.json',
    )
  })
})
