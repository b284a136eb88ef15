// Drafts of what does not exist yet: several of a kind, offered, each sent once.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test, vi } from 'vitest'
import { defineComponent, h, reactive } from 'vue'
import { i18n } from '@/i18n/language'
import { at_the_edge, json } from '@/session/testing'
import '../testing'
import EarlierDrafts from './EarlierDrafts.vue'
import { useNewDraft, type EarlierDraft } from './new_draft'

const mark = { id: 5, form: 'tip_off.0a1b2c3d', subject_id: null, changed_at: '2026-11-21T01:00:00Z' }
const edge = at_the_edge(() => ({ 'GET /api/drafts': () => json({ items: [] }), 'POST /api/drafts': () => json({ ...mark, id: 6 }) }))
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const kept = () => edge.sent.filter((one) => one.path === '/api/drafts').map((one) => one.body)

function form_of(is_blank?: (values: { said: string }) => boolean) {
  const values = reactive({ said: '' })
  let draft: ReturnType<typeof useNewDraft> | undefined
  const host = mount(defineComponent(() => {
    const made = useNewDraft('tip_off', values, is_blank && (() => is_blank(values)))
    draft = made
    return () => h(EarlierDrafts, { kind: 'tip_off', onResume: (one: EarlierDraft) => { made.resume(one, JSON.parse(one.content) as object) } })
  }), { global: { plugins: [i18n, [VueQueryPlugin, { queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }) }]] } })
  return { host, values, draft: draft as ReturnType<typeof useNewDraft> }
}

test('what was begun before is offered; gone on with, it is the same thing that is sent', async () => {
  edge.answers['GET /api/drafts'] = () => json({ items: [mark, { ...mark, id: 7, form: 'registration.0a1b2c3d' }] })
  edge.answers['GET /api/drafts/5'] = () => json({ ...mark, content: '{"said":"甲说的"}' })
  const { host, values, draft } = form_of()
  await flushPromises()
  expect(values.said).toBe('')
  expect(host.findAll('.row')).toHaveLength(1)
  await host.find('.row button').trigger('click')
  await flushPromises()
  expect(values.said).toBe('甲说的')
  expect(draft.key()).toBe(mark.form)
  values.said = '甲说的，还有'
  await later(2_000)
  expect(kept().at(-1)).toMatchObject({ form: mark.form, content: '{"said":"甲说的，还有"}' })
  host.unmount()
})

test('two that are begun side by side are two drafts and two things', async () => {
  const [one, other] = [form_of(), form_of()]
  one.values.said = '甲'
  other.values.said = '乙'
  await later(2_000)
  expect(new Set(kept().map((body) => body.form)).size).toBe(2)
  expect(one.draft.key()).not.toBe(other.draft.key())
  one.host.unmount()
  other.host.unmount()
})

test('what holds nothing that would be lost is not kept', async () => {
  const { host, values, draft } = form_of(({ said }) => said.length < 3)
  values.said = '甲乙'
  await later(2_000)
  expect(kept()).toEqual([])
  expect(draft.keeping.value).toBe('nothing')
  values.said = '甲乙丙'
  await later(2_000)
  expect(kept()).toHaveLength(1)
  host.unmount()
})
