import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent, nextTick, reactive } from 'vue'
import { Problem } from '@/api/problem'
import { useForm, type Seen } from './form'

function form(send: () => Promise<unknown>, seen: Seen) {
  let made: ReturnType<typeof useForm> | undefined
  mount(defineComponent(() => {
    made = useForm(send, () => undefined, seen)
    return () => [made?.error_at('means'), made?.error_at('proof')]
  }))
  return made as unknown as ReturnType<typeof useForm>
}

test('what is lacking is said at every field at once, and nothing is sent', async () => {
  let sent = 0
  const told = reactive({ means: '', proof: '' })
  const one = form(() => { sent += 1; return Promise.resolve() }, {
    of: told, check: () => Object.fromEntries(Object.entries(told).filter(([, value]) => !value).map(([name]) => [name, 'ui.form.needed'])),
  })
  await one.submit()
  expect([one.error_at('means'), one.error_at('proof'), sent]).toEqual(['这一项必须填写。', '这一项必须填写。', 0])
  told.means = 'telephone'
  await nextTick()
  expect([one.error_at('means'), one.error_at('proof')]).toEqual([undefined, '这一项必须填写。'])
  told.proof = '录音'
  await one.submit()
  expect(sent).toBe(1)
})

test('a refusal goes once its field says something else, not another', async () => {
  const told = reactive({ means: 'letter', proof: '', notice: { on: '' } })
  const refusal = (field: string) => new Problem({ status: 422, code: 'x', field, text: { 'zh-CN': '不行', en: 'no' } })
  let field = 'means'
  const one = form(() => Promise.reject(refusal(field)), { of: told })
  await one.submit()
  told.proof = '录音'
  await nextTick()
  expect(one.error_at('means')).toBe('不行')
  told.means = 'sms'
  await nextTick()
  expect(one.error_at('means')).toBeUndefined()
  field = 'notice'
  await one.submit()
  told.notice.on = '2026-11-23'
  await nextTick()
  expect(one.error_at('notice')).toBeUndefined()
})
