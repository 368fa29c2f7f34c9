/** Which models are relatives, by their names. Pure. */

/**
 * Names by which a family is told, in lower case. Models that were taught by another's answers carry both names, so a
 * name may tell of several families; close relatives of one maker count as one.
 */
const families: readonly (readonly [family: string, names: RegExp])[] = [
  ['gpt', /gpt|davinci|(?<![a-z0-9])o[1345](?![a-z0-9])/],
  ['claude', /claude|(?<![a-z])(?:opus|sonnet|haiku)(?![a-z])/],
  ['gemini', /gemini|gemma|(?<![a-z])palm(?![a-z])/],
  ['solar', /solar|eeve/],
  ['llama', /llama|vicuna|alpaca|nemotron/],
  ['qwen', /qwen|qwq|qvq/],
  ['mistral', /mistral|mixtral|ministral|magistral|codestral|devstral|pixtral/],
  ['deepseek', /deepseek/],
  ['exaone', /exaone/],
  ['hyperclova', /hyper-?clova|(?<![a-z])hcx(?![a-z])/],
  ['kanana', /kanana/],
  ['phi', /(?<![a-z])phi(?![a-z])/],
  ['command', /(?<![a-z])(?:command|c4ai|aya)(?![a-z])/],
  ['glm', /glm(?![a-z])/],
  ['kimi', /kimi|moonshot/],
  ['grok', /grok/],
  ['granite', /granite/],
]

/** The first word of a name that no family claims, without who offers it and which edition it is. */
function firstWord(name: string): string {
  const last = name.split('/').findLast((part) => part !== '') ?? name
  return /\p{L}+/u.exec(last)?.[0] ?? last
}

/**
 * The families a model's name tells of; `ollama` and other places that serve models are none. Never empty: a name that
 * no family claims is a family of its own, by its first word.
 */
export function modelFamilies(name: string): readonly string[] {
  const plain = name.normalize('NFKC').toLowerCase().trim().replaceAll('ollama', ' ')
  const found = families.filter(([, names]) => names.test(plain)).map(([family]) => family)
  return found.length > 0 ? found : [firstWord(plain)]
}

/** Whether two models are of one family: one that graded says little about the other. */
export function areRelated(left: string, right: string): boolean {
  const others = modelFamilies(right)
  return modelFamilies(left).some((family) => others.includes(family))
}
