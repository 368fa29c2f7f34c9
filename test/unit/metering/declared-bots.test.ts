import { expect, it } from 'vitest'
import { isDeclaredBot } from '../../../worker/metering/declared-bots.ts'

const judge = (headers: Readonly<Record<string, string>>) => isDeclaredBot((name) => headers[name])
const agent = (text: string) => judge({ 'User-Agent': text })

it.each([
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Googlebot-Image/1.0',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (compatible; Yeti/1.1; +https://naver.me/spd)',
  'Mozilla/5.0 (compatible; Daum/4.1; +http://cs.daum.net/faq/15/4118.html?faqId=28966)',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.1.1 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)',
  'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; PerplexityBot/1.0; +https://perplexity.ai/perplexitybot)',
  'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
  'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  'Mozilla/5.0 (compatible; NobodyKnowsBot/0.1; +https://nobody.example/bot)',
])('takes for a bot what says it is one: %s', (text) => {
  expect(agent(text)).toBe(true)
})

it.each([
  '',
  'curl/8.5.0',
  'python-requests/2.32.3',
  'node',
  'undici',
  'axios/1.7.9',
  'okhttp/4.12.0',
  'Go-http-client/2.0',
  'PostmanRuntime/7.43.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 NAVER(inapp; search; 2000; 12.8.1; 15PRO)',
  'Mozilla/5.0 (Linux; Android 14; SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0 Mobile Safari/537.36 KAKAOTALK/25.1.0 (INAPP)',
  'Mozilla/5.0 (Linux; Android 9; DaumApp) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36 DaumApps/8.1',
  // A maker of telephones.
  'Mozilla/5.0 (Linux; Android 10; CUBOT X30) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0 Mobile Safari/537.36',
])('takes nobody else for one: %s', (text) => {
  expect(agent(text)).toBe(false)
})

it.each([
  [{ 'Sec-Purpose': 'prefetch' }, true],
  [{ 'Sec-Purpose': 'prefetch;prerender' }, true],
  [{ Purpose: 'prefetch' }, true],
  [{ 'X-Moz': 'prefetch' }, true],
  [{ 'Sec-Purpose': '' }, false],
  [{ 'Sec-Fetch-Mode': 'cors' }, false],
])('asks no model ahead of a visit: %j', (headers, is) => {
  expect(judge({ 'User-Agent': 'Mozilla/5.0', ...headers })).toBe(is)
})

it('reads a hostile name in no time', () => {
  const began = performance.now()
  agent(`${'bot ('.repeat(100)}${'spider'.repeat(100_000)}`)
  expect(performance.now() - began).toBeLessThan(200)
})
