import type { Locale } from '../../worker/contract/vocabulary.ts'
import type { Messages } from './en.ts'

/** Each language is a chunk of its own; a shopper downloads one. */
const languages: Readonly<Record<Locale, () => Promise<{ messages: Messages }>>> = {
  en: () => import('./en.ts'),
  ko: () => import('./ko.ts'),
  ja: () => import('./ja.ts'),
}

/** The texts of a language, with those the shop words itself put over them. */
export async function loadMessages(locale: Locale, own: Readonly<Record<string, string>>): Promise<Messages> {
  const { messages } = await languages[locale]()
  return { ...messages, ...own }
}
