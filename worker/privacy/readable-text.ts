/** Zero-width, bidirectional, control and private characters and halves of pairs, which could part a number. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\p{Co}]|(?!\s)\p{Cc}/gu

const otherDashes = /[\u2010-\u2015\u2043\u2212\u02d7]|(?<=\d)ー(?=\d)/gu
const otherSpaces = /\s/gu

/** NFKC, so that full-width digits are digits, without what nobody sees. Pure. */
export const readableText = (text: string): string => text.normalize('NFKC').replace(unseen, '')

/** The same length as the readable text it is given, so that ranges hold in both: one dash, one space. */
export const comparableText = (text: string): string =>
  text.replace(otherDashes, '-').replace(otherSpaces, ' ')
