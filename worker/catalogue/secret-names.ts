import { squashName } from './field-names.ts'

/**
 * What a shop pays for its goods is nobody's business but its own: whatever a source calls it, it never becomes an
 * attribute, because attributes are shown, counted in facets and sent to models.
 */
const secret =
  /원가|매입가|매입금액|사입가|공급가|도매가|마진|이익률|이익율|原価|仕入|卸値|卸価格|粗利|利益率|costofgoods|cogs|costper(?:item|unit)|cost(?:price|amount|value)|(?:unit|product|item|variant|average|avg|standard|landed|net|supplier|purchase)cost|(?:supplier|purchase|wholesale)price|^cost(?:krw|usd|jpy|eur|gbp|cad|aud)?$|(?:gross|profit|net|contribution|sales|product|item)margin|^margin(?!al)|markup|(?<!non)profit/

/** True for the name of a column or attribute that tells what the shop pays or earns. */
export const isSecretName = (name: string): boolean => secret.test(squashName(name))
