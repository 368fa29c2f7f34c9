import { describe, expect, it, test } from 'vitest'
import { readConfig } from '../../worker/config.ts'

describe('the environment of models', () => {
  it('may be empty: nothing is offered, stored or allowed', () => {
    expect(readConfig({})).toMatchObject({
      model: undefined,
      platformModel: undefined,
      encryptionKeys: [],
      allowPrivateAddresses: false,
      dnsUrl: 'https://cloudflare-dns.com/dns-query',
    })
  })

  it('is read as it is meant', () => {
    const config = readConfig({
      LLM_BASE_URL: 'http://127.0.0.1:8000/v1/',
      LLM_MODEL: 'qwen3',
      LLM_DIALECT: 'vllm',
      LLM_PRICE: '0.30/1.20',
      AI_DAILY_TOKENS: '50000',
      ENCRYPTION_KEY: `${'n'.repeat(32)}, ${'o'.repeat(40)}`,
      ALLOW_PRIVATE_ADDRESSES: '1',
      DNS_URL: 'https://dns.example/dns-query',
    })
    expect(config).toMatchObject({
      model: { baseUrl: 'http://127.0.0.1:8000/v1', dialect: 'vllm', price: { input: 0.3, output: 1.2 } },
      platformModel: { name: '@cf/google/gemma-4-26b-a4b-it', dailyTokens: 50_000 },
      encryptionKeys: ['n'.repeat(32), 'o'.repeat(40)],
      allowPrivateAddresses: true,
      dnsUrl: 'https://dns.example/dns-query',
    })
  })

  test.each([
    ['ENCRYPTION_KEY', 'short'],
    ['ENCRYPTION_KEY', `${'n'.repeat(32)},short`],
    ['ALLOW_PRIVATE_ADDRESSES', 'yes'],
    ['AI_DAILY_TOKENS', '0'],
    ['AI_DAILY_TOKENS', '1e6'],
    ['AI_MODEL', '@cf/zai-org/glm-5.3'],
    ['LLM_DIALECT', 'english'],
    ['LLM_PRICE', 'cheap'],
    ['DNS_URL', '1.1.1.1'],
  ])('names %s when it is "%s", in one sentence and without repeating it', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+\\.$`))
    expect(() => readConfig({ [name]: value })).not.toThrow(name === 'ENCRYPTION_KEY' ? value : /\n/)
  })
})
