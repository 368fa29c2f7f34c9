/** Words as they are typed into one field: separated by commas or line breaks, each once. */
export const readWords = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、\n]/u)
      .map((word) => word.trim().replaceAll(/\s+/gu, ' '))
      .filter((word) => word !== ''),
  ),
]

export const writeWords = (words: readonly string[]): string => words.join(', ')

/** True when every phrase has a letter or digit and at most so many words. */
export const areUsable = (words: readonly string[], mostWords: number): boolean =>
  words.every((word) => /[\p{L}\p{N}]/u.test(word) && word.split(' ').length <= mostWords)
