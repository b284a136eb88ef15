// What the parts of ui/ promise to whoever works by keyboard, and to what somebody typed.
import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { defineComponent, h, nextTick, ref, type Component } from 'vue'
import { Problem } from '@/api/problem'
import { i18n } from '@/i18n/language'
import DataTable from './DataTable.vue'
import Page from './Page.vue'
import { useForm } from './form'
import { keep_focus } from './lost_focus'
import { listen_for_shortcuts, set_shortcuts } from './shortcuts'

const plugins = { global: { plugins: [i18n] }, attachTo: document.body }
const refused = (field?: string, status = 422) => new Problem({ status, code: 'test.refused', text: { 'zh-CN': '不行。', en: 'No.' }, ...(field ? { field } : {}) })
const press = (key: string) => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
listen_for_shortcuts()
keep_focus()
afterEach(() => { document.body.innerHTML = '' })

test('keys act on the row one stands in, also where another row has no link', async () => {
  const rows = [{ id: 11 }, { id: 12 }, { id: 13 }]
  const acted = vi.fn()
  const table = mount(DataTable as Component, { ...plugins,
    props: { caption: '清单', rows, columns: [{ key: 'name', title: '名称' }], selectable: true, row_name: (row: { id: number }) => String(row.id), onAct: acted },
    slots: { name: ({ row }: { row: { id: number } }) => (row.id === 12 ? h('span', '没有链接') : [h('a', { href: '#' }, '甲'), h('a', { href: '#' }, '乙')]) },
  })
  for (const _ of rows) press('j')
  press('e')
  expect(acted).toHaveBeenCalledWith({ id: 13 })
  press('k')
  expect(document.activeElement?.getAttribute('aria-label')).toContain('12')
  table.unmount()
})

test('single keys rest where a reader turned them off, and while a dialog is open', () => {
  const opened = vi.fn()
  const host = mount(DataTable as Component, { ...plugins, props: { caption: '清单', rows: [{ id: 1 }], columns: [{ key: 'n', title: '名' }], row_name: () => '一', onAct: opened }, slots: { n: () => h('a', { href: '#' }, '一') } })
  press('j')
  set_shortcuts(false)
  press('e')
  set_shortcuts(true)
  const dialog = document.createElement('dialog')
  dialog.setAttribute('open', '')
  document.body.append(dialog)
  press('e')
  expect(opened).not.toHaveBeenCalled()
  dialog.remove()
  press('e')
  expect(opened).toHaveBeenCalledOnce()
  host.unmount()
})

test('a refusal stands at its field, and above the form once that field is not shown', async () => {
  const asks = ref(true)
  const host = mount(defineComponent(() => {
    const form = useForm(() => Promise.reject(refused('reason')), () => undefined)
    return () => h('form', { onSubmit: form.submit }, [
      h('p', { id: 'above' }, form.elsewhere.value?.code), asks.value ? h('p', { id: 'field' }, form.error_at('reason')) : null,
    ])
  }), plugins)
  await host.get('form').trigger('submit')
  await flushPromises()
  expect([host.get('#above').text(), host.get('#field').text()]).toEqual(['', '不行。'])
  asks.value = false
  await nextTick()
  await host.get('form').trigger('submit')
  await flushPromises()
  expect(host.get('#above').text()).toBe('test.refused')
})

test('nothing is sent twice while the page moves on after an answer', async () => {
  const send = vi.fn(() => Promise.resolve(1))
  let arrive = () => { /* set below */ }
  const form = useForm(send, () => new Promise<void>((resolve) => { arrive = resolve }))
  const first = form.submit()
  await flushPromises()
  await form.submit()
  expect(send).toHaveBeenCalledOnce()
  arrive()
  await first
  expect(form.busy.value).toBe(false)
})

test('what could not be brought up to date stays and says so; what one may not see any more goes', async () => {
  const query = { data: { name: '甲' }, error: refused(undefined, 500) as unknown, isPending: false, refetch: vi.fn() }
  const page = mount(Page as Component, { ...plugins, props: { title: '一件', query }, slots: { default: ({ value }: { value: { name: string } }) => value.name } })
  expect(page.text()).toContain('甲')
  expect(page.get('[role="status"]').text()).toContain('可能不是最新内容')
  await page.setProps({ query: { ...query, error: refused(undefined, 404) } })
  expect(page.text()).not.toContain('甲')
  expect(page.get('[role="alert"]').text()).toContain('没有找到')
})

test('where the button of a deed goes, the focus stays on the page', async () => {
  document.body.innerHTML = '<main><h1 tabindex="-1">一件</h1><p><button>办结</button></p></main><div id="beside"></div>'
  const button = document.querySelector('button')
  button?.focus()
  button?.parentElement?.remove()
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
})
