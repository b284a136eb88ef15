// The answers as they are read once more before submitting.
import { computed } from 'vue'
import { money_text } from '@/i18n/time'
import { choices, path_of, text_of, unit_text } from '../server/choices'
import { elder } from '../shell/elder'
import { useWords } from '../shell/words'
import { filing, kept_files } from './draft'
import { speaker_of, steps_for, title_of, type Step } from './steps'

export interface Row { step: Step, title: string, text: string, is_own: boolean }

const more = ['identity_number', 'card_number', 'email', 'address'] as const
const own_words: readonly Step[] = ['what', 'name', 'phone', 'more']

export function useReview() {
  const { say } = useWords()
  const comma = () => say('portal.filing.review.comma')
  const listed = (texts: (string | null | undefined)[]) => texts.filter(Boolean).join(comma())

  function text(step: Step): string {
    const known = choices.value
    switch (step) {
      case 'speaker': return speaker_of(filing) ? say(`portal.filing.speaker.${speaker_of(filing)}`) : ''
      case 'agent': return filing.agent ? say('portal.filing.review.agent', { relation: text_of(known?.agent_relations, filing.agent.relation), name: filing.agent.name }) : ''
      case 'company': return listed([text_of(known?.customer_kinds, filing.customer_kind), filing.credit_code])
      case 'care': return listed((filing.customer_groups ?? []).map((code) => text_of(known?.customer_groups, code)))
      case 'place': return unit()
      case 'business': return listed([path_of(known?.businesses, filing.business), filing.product])
      case 'what': return filing.description ?? ''
      case 'wanted': return [listed((filing.claim_kinds ?? []).map((code) => text_of(known?.claim_kinds, code))), filing.claim].filter(Boolean).join('\n')
      case 'amount': return typeof filing.amount_fen === 'number' ? money_text(filing.amount_fen) : ''
      case 'files': return kept_files.value.length ? [say('portal.filing.review.files', { count: kept_files.value.length }), ...(elder.value ? [] : kept_files.value.map((one) => one.name))].join('\n') : ''
      case 'name': return filing.name ?? ''
      case 'phone': return filing.phone ?? ''
      case 'more': return more.filter((name) => filing[name]).map((name) => say('portal.filing.review.named', { name: say(`portal.filing.more.${name}`), value: filing[name] })).join('\n')
      case 'review': return ''
    }
  }

  function unit(): string {
    const found = choices.value?.units.find((one) => one.code === filing.unit_code)
    return found ? unit_text(found) : ''
  }

  return computed<Row[]>(() => steps_for(filing, elder.value).filter((step) => step !== 'review')
    .map((step) => ({ step, title: say(title_of(step, filing)), text: text(step), is_own: own_words.includes(step) })))
}
