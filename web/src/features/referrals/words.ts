// The words of a referral's values.
import { useI18n } from 'vue-i18n'
import { useUnits } from '@/reference/organisation'
import { referral_tones } from '@/reference/tones'
import { fixed_choices, type FilterName } from './filters'
import type { State } from './lifecycle'

export function useWords() {
  const { t } = useI18n()
  const units = useUnits()

  function value_of(name: FilterName, value: string): string {
    if (name === 'handling_unit_id') return units.name(Number(value))
    return fixed_choices[name] ? t(`referrals.${name}.${value}`) : value
  }

  return { value_of, units }
}

export const tone_of = (state: State) => referral_tones[state]
