/**
 * Statements that deny: "free from peanuts, dairy", "caffeine 99.9% removed", 밀·우유 미사용, 小麦不使用. A product that
 * says so states the opposite of having it. Pure.
 */

/** Opens a list of what is not there; it goes on to the end or to what is. */
const opening =
  /(?<![\p{L}\p{N}])(?:free (?:from|of)|without|contains? no|made with no|no added|no|zero|never any)(?![\p{L}\p{N}])(?:(?!(?<![\p{L}\p{N}])contains?(?![\p{L}\p{N}])|[;|]).)*/gu

/** Closes one: all of the clause before it is denied. Looked for once a clause, from its beginning. */
const closing =
  /(?<![^,;|(])[^,;|(]*(?:(?<![\p{L}\p{N}])(?:removed|free)(?![\p{L}\p{N}])|미사용|무첨가|불포함|미함유|불검출|없는|없음|없이|제거|\d(?:\.\d+)?\s?%\s?(?:이하|미만)|不使用|無添加|不含|除去|なし|フリー|ゼロ)/gu

/** The statements with every denial taken out. Text must be folded. */
export const withoutDenials = (stated: string): string =>
  stated
    .split('|')
    .map((statement) => statement.replaceAll(opening, ' ').replaceAll(closing, ' '))
    .join('|')
