import { effect, signal } from '@preact/signals'
import { language, languages, type Language } from './messages/language.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const theme = signal<Theme>('system')

const LANGUAGE_KEY = 'aisle-admin-language'
const THEME_KEY = 'aisle-admin-theme'

const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(languages, text)
const isTheme = (text: string | null): text is Theme => themes.some((one) => one === text)

/** The remembered choice; null where there is none or where storage is forbidden. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** Takes up language and theme as they were left, and from then on keeps page and storage in step with them. */
export function startPreferences(): () => void {
  const storedLanguage = recall(LANGUAGE_KEY)
  const storedTheme = recall(THEME_KEY)
  language.value = isLanguage(storedLanguage)
    ? storedLanguage
    : navigator.language.startsWith('ko')
      ? 'ko'
      : 'en'
  if (isTheme(storedTheme)) theme.value = storedTheme
  const stopLanguage = effect(() => {
    document.documentElement.lang = language.value
    remember(LANGUAGE_KEY, language.value)
  })
  const stopTheme = effect(() => {
    document.documentElement.dataset['theme'] = theme.value
    remember(THEME_KEY, theme.value)
  })
  return () => {
    stopLanguage()
    stopTheme()
  }
}
