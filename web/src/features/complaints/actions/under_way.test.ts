// An action under way: what happens when another was faster.
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { defineComponent } from 'vue'
import { at_the_edge, json, refused } from '@/session/testing'
import type { Case } from './types'
import { row_actions } from './rows'
import { useAction } from './useAction'

const edge = at_the_edge(() => ({ 'GET /api/drafts': () => json({ items: [] }) }))

test('where another was faster on a row, it is sent again with the version of the row, not of the case', async () => {
  const complaint = { id: 3, version: 40 }
  const it = { complaint, person_id: 7, unit_id: 1, rests: false } as Case
  edge.answers['GET /api/complaints/3/timeline'] = () => json({ items: [{ n: 1 }] })
  edge.answers['POST /api/tasks/3/answer'] = () => refused('version.changed', 412)
  const queries = new QueryClient()
  let made: ReturnType<typeof useAction> | undefined
  const host = mount(defineComponent(() => {
    made = useAction(row_actions.answer_task as never, it, { id: 3, version: 2 }, () => undefined)
    return () => null
  }), { global: { plugins: [[VueQueryPlugin, { queryClient: queries }]] } })
  await flushPromises()
  if (made) made.values.answer = '已核实'
  // The row has the same id as the case.
  queries.setQueryData(['complaints', 'page', 3, 'tasks'], { items: [{ id: 3, version: 6 }] })
  await made?.submit()
  expect(made?.others.value).toHaveLength(1)
  await made?.submit()
  expect(edge.sent.filter((one) => one.path.endsWith('/answer')).map((one) => one.if_match)).toEqual(['"2"', '"6"'])
  host.unmount()
})
