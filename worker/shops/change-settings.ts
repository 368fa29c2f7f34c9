import type { Settings, SettingsPatch } from '../contract/shops.ts'

/** The settings with a patch laid over them: groups are merged, lists and single values replaced. Pure. */
export function changeSettings(settings: Settings, patch: SettingsPatch): Settings {
  const { search, models, limits, events, ...plain } = patch
  const given = Object.fromEntries(
    Object.entries(plain).filter(([, value]) => value !== undefined),
  ) as Partial<Settings>
  return {
    ...settings,
    ...given,
    search: merge(settings.search, search),
    models: merge(settings.models, models),
    limits: merge(settings.limits, limits),
    events: merge(settings.events, events),
  }
}

function merge<Group extends object>(
  group: Group,
  patch: { [name in keyof Group]?: Group[name] | undefined } | undefined,
): Group {
  const given = Object.fromEntries(Object.entries(patch ?? {}).filter(([, value]) => value !== undefined))
  return { ...group, ...(given as Partial<Group>) }
}
