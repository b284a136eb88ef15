import { expect, test } from 'vitest'
import { best_layout, faults_of, layouts_of, match, renamed, shown_cell } from './layouts'

const bank_list = ['转办编号', '转办时间', '消费者姓名（脱敏）', '投诉内容', '备注']

test('the layout is found by its columns', () => {
  expect(best_layout('referrals', bank_list)?.name).toBe('nfra_12378')
  expect(best_layout('referrals', ['工单编号', '派单时间', '来电人', '工单内容'])?.name).toBe('work_order_12345')
})

test('a heading that says more than the column is found, and nothing twice', () => {
  const layout = best_layout('referrals', bank_list)
  if (!layout) throw new Error('no layout')
  const choice = match(layout, bank_list)
  expect(choice['消费者姓名']).toBe('消费者姓名（脱敏）')
  expect(choice['联系电话']).toBe('')
  expect(faults_of(layout, choice)).toEqual([])
  expect(faults_of(layout, { ...choice, 投诉内容: '' })).toEqual([{ column: '投诉内容', kind: 'missing' }])
  expect(faults_of(layout, { ...choice, 投诉诉求: '投诉内容' }).map((one) => one.kind)).toEqual(['twice', 'twice'])
})

test('what was chosen bears the name of the layout, and nothing else does', () => {
  expect(renamed(['号码', '转办编号', ''], { 转办编号: '号码', 转办时间: '' })).toEqual(['转办编号', '转办编号 #2', '#3'])
})

test('each shipped layout names its needed columns and what becomes of them', () => {
  const [ledger] = layouts_of('people')
  expect(ledger?.columns.filter((one) => one.needed).map((one) => one.name)).toEqual(['工号', '姓名', '机构号', '岗位'])
  expect(layouts_of('complaints').map((one) => one.name).sort()).toEqual(['cfpb', 'ledger'])
})

test("a customer's values are only hinted at", () => {
  const column = (field: string) => ({ name: '', needed: true, fields: [field] })
  expect(shown_cell(column('complainant.name'), '王小明')).toBe('王**')
  expect(shown_cell(column('phone'), '13800138000')).toBe('138****00')
  expect(shown_cell(column('business'), '信用卡')).toBe('信用卡')
})
