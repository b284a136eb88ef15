// Amounts as ranges: the library is no price list.
import { useI18n } from 'vue-i18n'
import type { LibraryCase } from '@/api/types'
import { money_text } from '@/i18n/time'

export const tones = { draft: 'soon', published: 'kept', withdrawn: 'plain' } as const satisfies Record<LibraryCase['state'], string>

export function useRange() {
  const { t } = useI18n()
  return ({ amount_from_fen: from, amount_to_fen: to }: LibraryCase): string => {
    if (from == null && to == null) return ''
    if (to == null) return t('case_library.range.from', { from: money_text(from ?? 0) })
    return t('case_library.range.between', { from: money_text(from ?? 0), to: money_text(to) })
  }
}
