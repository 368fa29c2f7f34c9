import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  hashSecret,
  newPublicKey,
  newSecretKey,
  newShopId,
  sameKey,
  shopOfKey,
} from '../../../worker/shops/keys.ts'

test('a key says which shop it is of, and of which kind it is', () => {
  const shop = newShopId()
  expect(shopOfKey(newPublicKey(shop), 'pk')).toBe(shop)
  expect(shopOfKey(newSecretKey(shop), 'sk')).toBe(shop)
  expect(shopOfKey(newPublicKey(shop), 'sk')).toBeNull()
  expect(shopOfKey(newSecretKey(shop), 'pk')).toBeNull()
})

test('no two keys are alike', () => {
  const shop = newShopId()
  const keys = Array.from({ length: 200 }, () => newSecretKey(shop))
  expect(new Set(keys).size).toBe(200)
})

test('any other text is no key', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('pk', 'sk'), (text, kind) => {
      expect(shopOfKey(text, kind)).toBeNull()
    }),
  )
  const shop = newShopId()
  for (const wrong of [
    `${newPublicKey(shop)}\n`,
    ` ${newPublicKey(shop)}`,
    newPublicKey(shop).toUpperCase(),
  ]) {
    expect(shopOfKey(wrong, 'pk')).toBeNull()
  }
})

test('a secret is compared by its hash', async () => {
  const secret = newSecretKey(newShopId())
  const hash = await hashSecret(secret)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await sameKey(hash, await hashSecret(secret))).toBe(true)
  expect(await sameKey(hash, await hashSecret(`${secret}x`))).toBe(false)
  expect(await hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
