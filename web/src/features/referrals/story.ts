// The entries of a referral as they are told.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { TimelineEntry } from '@/api/types'
import { date_text } from '@/i18n/time'
import { usePeople } from '@/reference/organisation'
import type { Told } from '@/ui/Timeline.vue'
import type { Voice } from '@/ui/voices'

const voices: Record<string, Voice> = {
  'referral.received': 'regulator', 'referral.returned': 'regulator', 'referral.finished': 'regulator',
  'referral.followed_unit': 'system', 'referral.import_undone': 'system',
}

// The key of an entry's word: its own steps by their names, those of its limits with the family before.
export const word_of = (kind: string) => kind.replace(/^referral\./, '').replace('.', '_')

// Facts that say something to a reader, in their order, and how their values are worded.
const shown = ['is_reached', 'means', 'attempts', 'due_on', 'proof', 'result'] as const

export function useStory(timeline: { data: { items: readonly TimelineEntry[] } | undefined }) {
  const { t, te } = useI18n()
  const people = usePeople(computed(() => timeline.data?.items.map((one) => one.actor_id) ?? []))

  function word(name: typeof shown[number], value: unknown): string {
    const text = String(value)
    if (name === 'due_on') return date_text(text)
    return te(`referrals.${name}.${text}`) ? t(`referrals.${name}.${text}`) : text
  }

  function told_of(entry: TimelineEntry): Told {
    const facts = entry.facts as Record<string, unknown>
    const by = [people.name(entry.actor_id), people.post(entry.actor_id)].filter(Boolean).join(' · ')
    const kind = word_of(entry.kind)
    return {
      key: entry.n,
      at: entry.at,
      voice: voices[entry.kind] ?? (entry.kind.startsWith('clock.') && entry.kind !== 'clock.acknowledged' ? 'system' : 'department'),
      title: te(`referrals.entry.${kind}`) ? t(`referrals.entry.${kind}`) : t('referrals.entry.other'),
      ...(by ? { by } : {}),
      details: shown.filter((name) => facts[name] !== null && facts[name] !== undefined)
        .map((name) => ({ label: t(`referrals.fact.${name}`), value: word(name, facts[name]) })),
    }
  }

  return computed(() => [...timeline.data?.items ?? []].reverse().map(told_of))
}
