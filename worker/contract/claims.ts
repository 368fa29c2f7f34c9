/**
 * Why a text is not shown: the rules of the claims guard by name. Names stay once landed, since merchants' panels
 * explain them.
 */
export const claimRuleIds = [
  'personal',
  'private-matter',
  'testimonial',
  'experience',
  'food-disease',
  'food-function',
  'food-nutrition',
  'food-free-from',
  'cosmetic-medicine',
  'cosmetic-functional',
  'functional-uncertified',
  'cosmetic-gentleness',
  'sunscreen-water',
  'medical-effect',
  'medicine-like-goods',
  'superlative',
  'comparison',
  'guarantee',
  'approval',
  'scarcity',
  'green',
  'natural-organic',
  'origin',
  'child-safety',
  'child-development',
  'alcohol-audience',
  'alcohol-effect',
  'chemical-safety',
  'device-performance',
] as const
export type ClaimRuleId = (typeof claimRuleIds)[number]

/** What would lift a rule: nothing, or the word of the merchant, who can prove it. */
export const claimNeeds = ['never', 'proof'] as const
export type ClaimNeeds = (typeof claimNeeds)[number]
