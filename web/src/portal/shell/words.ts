// The sentences of the portal. Elder mode has shorter ones under the same key.
import { useI18n } from 'vue-i18n'
import { elder } from './elder'

const prefix = 'portal.'

export function useWords() {
  const { t, te } = useI18n()
  function say(key: string, named: Record<string, unknown> = {}): string {
    const rest = key.slice(prefix.length)
    const short = `portal.elder.${rest}`
    const chosen = elder.value && te(short) ? short : key
    return typeof named.count === 'number' ? t(chosen, named, named.count) : t(chosen, named)
  }
  return { say }
}
