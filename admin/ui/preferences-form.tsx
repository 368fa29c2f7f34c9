import { language, languages, texts, type Language } from '../messages/language.ts'
import { theme, themes, type Theme } from '../preferences.ts'

/** Language and appearance, as selects: they are set once and should not ask for attention. */
export function PreferencesForm() {
  const { shell } = texts.value
  const themeNames: Readonly<Record<Theme, string>> = {
    system: shell.themeSystem,
    light: shell.themeLight,
    dark: shell.themeDark,
  }
  return (
    <div class="preferences">
      <label>
        <span>{shell.language}</span>
        <select
          value={language.value}
          onChange={({ currentTarget }) => (language.value = currentTarget.value as Language)}
        >
          {Object.entries(languages).map(([id, name]) => (
            <option value={id} lang={id} key={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{shell.theme}</span>
        <select
          value={theme.value}
          onChange={({ currentTarget }) => (theme.value = currentTarget.value as Theme)}
        >
          {themes.map((id) => (
            <option value={id} key={id}>
              {themeNames[id]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
