/** Puts values where a text has `{name}`; a name without a value stays as it is, so that a wrong text shows. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
