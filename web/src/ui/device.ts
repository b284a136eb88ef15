// What a browser says of itself, as people call it: Chrome · Linux. Pure.

// Those that call themselves by several names stand before the names they borrow.
const browsers = [
  ['MicroMessenger/', 'WeChat'], ['Edg/', 'Edge'], ['EdgA/', 'Edge'], ['EdgiOS/', 'Edge'], ['Trident/', 'Internet Explorer'], ['HuaweiBrowser/', 'Huawei Browser'],
  ['QQBrowser/', 'QQ Browser'], ['UCBrowser/', 'UC Browser'], ['OPR/', 'Opera'], ['FxiOS/', 'Firefox'], ['Firefox/', 'Firefox'],
  ['CriOS/', 'Chrome'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari'],
] as const
const systems = [
  ['Windows', 'Windows'], ['OpenHarmony', 'HarmonyOS'], ['HarmonyOS', 'HarmonyOS'], ['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'],
  ['Mac OS X', 'macOS'], ['CrOS', 'ChromeOS'], ['Linux', 'Linux'],
] as const
const shown_max = 40

// What is no browser that we know is told by its first characters.
export function device_text(agent: string): string {
  const found = (names: readonly (readonly [string, string])[]) => names.find(([mark]) => agent.includes(mark))?.[1]
  const browser = found(browsers)
  return browser ? [browser, found(systems)].filter(Boolean).join(' · ') : agent.slice(0, shown_max)
}
