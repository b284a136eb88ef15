// What the portal must know of the bank before anybody says anything. The telephone number is kept in the browser, so
// that it stands there without a network, too.
import { computed, readonly, ref, shallowRef } from 'vue'
import { language } from '@/i18n/language'
import { get } from './ask'
import type { Choices, UnitName, Word } from '@/api/portal'

const kept = 'xiaobao.telephone'
const found = shallowRef<Choices>()
const number = ref(localStorage.getItem(kept) ?? '')
let running: Promise<void> | undefined

export const choices = computed(() => found.value)
export const telephone = readonly(number)

export function load_choices(): Promise<void> {
  running ??= get<Choices>('choices').then((answer) => {
    found.value = answer
    number.value = answer.telephone
    localStorage.setItem(kept, answer.telephone)
  }).catch(() => {
    // Without them one can still tell what happened; the next page asks again.
    running = undefined
  })
  return running
}

// English words of classifications are small; standing by themselves they begin like sentences.
export function word_text(word: Pick<Word, 'zh' | 'en'>): string {
  return language() === 'en' ? word.en.charAt(0).toUpperCase() + word.en.slice(1) : word.zh
}

export function text_of(words: readonly Word[] | undefined, code: string | null | undefined): string {
  const word = words?.find((one) => one.code === code)
  return word ? word_text(word) : ''
}

// 银行卡 › 信用卡 › 息费
export function path_of(words: readonly Word[] | undefined, code: string | null | undefined): string {
  const word = words?.find((one) => one.code === code)
  if (!word) return ''
  return [...(word.parent ? [path_of(words, word.parent)] : []), word_text(word)].filter(Boolean).join(' › ')
}

// The bank by its own name, as its head office is called.
export const bank_name = computed(() => {
  const head = found.value?.units.find((one) => one.kind === 'head_office')
  return head ? unit_text(head).replace(/总行$| head office$/i, '') : ''
})

export function unit_text(unit: UnitName): string {
  return language() === 'en' && unit.name_en ? unit.name_en : unit.name
}
