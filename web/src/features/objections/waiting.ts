// How long a consumer has waited for somebody to look. Pure.
import { date_of, days_between } from '@/i18n/time'

// Whole days of the bank's calendar; none on the day itself.
export const days_waited = (made_at: string, today: string): number => Math.max(0, days_between(date_of(new Date(made_at)), today))
