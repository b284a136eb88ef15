// Refusals that pages answer otherwise than with a sentence of the server.
import { Problem } from '@/api/problem'
import { i18n } from '@/i18n/language'

export function is_refused_as(name: 'puzzle' | 'token' | 'draft_missing', error: unknown): boolean {
  return error instanceof Problem && error.code === ['portal', name].join('.')
}

// What the page itself finds wrong before it asks the server: `key` is that of the sentence.
export function own_refusal(of: { status: number, code: string, field?: string }, key: string, named: Record<string, unknown> = {}): Problem {
  const { t } = i18n.global
  return new Problem({ ...of, text: { 'zh-CN': t(key, named, { locale: 'zh-CN' }), en: t(key, named, { locale: 'en' }) } })
}
