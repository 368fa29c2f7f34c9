/**
 * Programs that read the web for others and say so. A crawler finds the shop's goods by words; a model would cost the
 * shop money for nobody. An HTTP library says nothing of the kind: a merchant's own script or a test is served as anyone.
 */
const names = [
  // Search engines.
  'Googlebot(?:-\\w+)?',
  'Google-(?:InspectionTool|Extended|CloudVertexBot|Safety)',
  'GoogleOther(?:-\\w+)?',
  'Storebot-Google',
  'AdsBot-Google(?:-\\w+)?',
  'Mediapartners-Google',
  'APIs-Google',
  'Bingbot',
  'BingPreview',
  'adidxbot',
  'Yeti',
  'Daum(?:oa)?',
  'Applebot(?:-Extended)?',
  'DuckDuckBot',
  'YandexBot',
  'Baiduspider',
  'Sogou web spider',
  'Slurp',
  'PetalBot',
  'SeznamBot',
  'Qwantify|Qwantbot',
  'Coccocbot(?:-\\w+)?',
  'Y!J-\\w+',
  // Readers for language models.
  'GPTBot',
  'OAI-SearchBot',
  'ChatGPT-User',
  'ClaudeBot',
  'Claude-(?:Web|User|SearchBot)',
  'anthropic-ai',
  'PerplexityBot',
  'Perplexity-User',
  'CCBot',
  'Bytespider',
  'Amazonbot',
  'Meta-External(?:Agent|Fetcher)',
  'cohere-ai',
  'MistralAI-User',
  'Diffbot',
  'YouBot',
  'TikTokSpider',
  // Makers of previews and measurers of sites.
  'facebookexternalhit',
  'FacebookBot',
  'Twitterbot',
  'LinkedInBot',
  'Pinterestbot',
  'Slackbot(?:-\\w+)?',
  'Discordbot',
  'TelegramBot',
  'kakaotalk-scrap',
  'AhrefsBot',
  'AhrefsSiteAudit',
  'SemrushBot(?:-\\w+)?',
  'MJ12bot',
  'DotBot',
  'DataForSeoBot',
  'rogerbot',
  'BLEXBot',
  'Screaming Frog SEO Spider',
  'UptimeRobot',
  'Pingdom\\.com_bot',
  'ia_archiver',
  'archive\\.org_bot',
]

/** A name as a token of its own: a browser's `Cubot` phone is no bot. */
const declared = new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w-])`, 'i')

/** Others follow the custom of a name that ends in bot, crawler or spider and an address to complain to. */
const byCustom = /(?:bot|crawler|spider)\b[^()]*\(?[^()]*\+?https?:\/\//i

/** `Sec-Purpose` is the standard's; the others are older browsers'. */
const fetchedAhead = /\b(?:prefetch|prerender|preview)\b/i

/**
 * Whether a request is made by a program that declares itself, or ahead of a visit that may never come. Pure.
 * @param header gives a request header by name
 */
export function isDeclaredBot(header: (name: string) => string | undefined): boolean {
  const agent = (header('User-Agent') ?? '').slice(0, 500)
  return (
    declared.test(agent) ||
    byCustom.test(agent) ||
    ['Sec-Purpose', 'Purpose', 'X-Moz'].some((name) => fetchedAhead.test(header(name) ?? ''))
  )
}
