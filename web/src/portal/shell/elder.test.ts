// Elder mode has at most three choices a screen, whatever is asked.
import { mount } from '@vue/test-utils'
import { beforeAll, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { add_texts, i18n } from '@/i18n/language'
import { filing } from '../filing/draft'
import { questions } from '../filing/questions/all'
import { steps } from '../filing/steps'
import ActList from '../following/ActList.vue'
import RateAct from '../following/RateAct.vue'
import HomePage from '../home/HomePage.vue'
import { load_choices } from '../server/choices'
import type { Act, Case, Choices } from '@/api/portal'
import { texts } from '../texts'
import { set_elder } from './elder'

const words = (name: string) => Array.from({ length: 9 }, (_, i) => ({ code: `${name}${i}`, zh: `${name}${i}`, en: `${name}${i}` }))
const known: Choices = {
  telephone: '0571-00000000', address: '', has_sms: true, is_demo: false, businesses: words('b'), claim_kinds: words('c'), customer_groups: words('g'),
  customer_kinds: words('k'), agent_relations: words('r'), units: [], draft_days: 30,
  file_limits: { image_mb: 1, document_mb: 1, text_mb: 1, audio_mb: 1, video_mb: 1, files_max: 20, total_mb: 200 },
}
const router = createRouter({
  history: createMemoryHistory(),
  routes: ['home', 'resuming', 'follow', 'more', 'fees', 'safety', 'act', 'receipt'].map((name) => ({ path: `/${name}/:act?`, name, component: HomePage }))
    .concat({ path: '/file/:step', name: 'filing', component: HomePage }),
})
const shown = (part: Parameters<typeof mount>[0], props: object = {}) =>
  mount(part, { props, global: { plugins: [i18n, router] } }).element as HTMLElement

function choices_in(element: HTMLElement): number {
  const host = document.createElement('div')
  host.append(element)
  return host.querySelectorAll('a, button, input[type="checkbox"], input[type="radio"], input[type="file"]').length
}

beforeAll(async () => {
  add_texts('portal', texts)
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(known))))
  await load_choices()
  await router.push('/home')
  set_elder(true)
  Object.assign(filing, { step: 'agent', customer_kind: 'personal' })
})

test.each(steps.filter((step) => !['company', 'place', 'business', 'amount', 'more'].includes(step)))('the question %s', (step) => {
  const count = choices_in(shown(questions[step], { error_at: () => undefined }))
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThanOrEqual(3)
})

test('the doors, the acts and the scores', () => {
  const acts: Act[] = ['supplement', 'withdraw', 'rate', 'accept', 'dispute', 'change_contact']
  const it = { can: acts.map((act) => ({ act, needs_code: true })), supplement_request: null, dispute_until: null } as unknown as Case
  expect(choices_in(shown(HomePage))).toBe(3)
  expect(choices_in(shown(ActList, { it }))).toBe(3)
  expect(choices_in(shown(RateAct, { act: 'rate' }))).toBe(3)
})
