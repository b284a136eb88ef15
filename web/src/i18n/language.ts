// The languages, the texts of whoever brings them, and the choice of a reader. Chinese first, English complete.
import { createI18n } from 'vue-i18n'

export type Language = 'zh-CN' | 'en'
export const languages: readonly Language[] = ['zh-CN', 'en']

// A tree of sentences. The English tree has the type of the Chinese one, so none can be missing.
export interface Texts {
  [key: string]: string | Texts
}
export type SameTexts<T> = { [K in keyof T]: T[K] extends string ? string : SameTexts<T[K]> }
export type InBoth = Record<Language, Texts>

const kept = 'xiaobao.language'

export const i18n = createI18n<[Texts], Language, false>({
  legacy: false,
  locale: chosen(),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': {}, en: {} },
})

// `name` is the first part of every key: `complaints.list.title`.
export function add_texts(name: string, texts: InBoth): void {
  for (const language of languages) {
    i18n.global.mergeLocaleMessage(language, { [name]: texts[language] })
  }
}

export function language(): Language {
  return i18n.global.locale.value
}

export function set_language(to: Language): void {
  localStorage.setItem(kept, to)
  show_language(to)
}

function show_language(to: Language): void {
  i18n.global.locale.value = to
  document.documentElement.lang = to
}

// Another window of the same reader chose.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === kept) show_language(newValue === 'en' ? 'en' : 'zh-CN')
})

function chosen(): Language {
  const earlier = localStorage.getItem(kept)
  if (earlier === 'zh-CN' || earlier === 'en') return earlier
  return navigator.language.toLowerCase().startsWith('zh') || !navigator.language ? 'zh-CN' : 'en'
}
