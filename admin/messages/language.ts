import { computed, signal } from '@preact/signals'
import { messages as en, type Messages } from './en.ts'
import { messages as ko } from './ko.ts'

export const languages = { ko: '한국어', en: 'English' } as const
export type Language = keyof typeof languages

/** The language of the panel. Who sets it remembers it; see `preferences.ts`. */
export const language = signal<Language>('en')

const all: Readonly<Record<Language, Messages>> = { en, ko }

/** The panel's texts; reading them makes a component follow the language. */
export const texts = computed(() => all[language.value])
