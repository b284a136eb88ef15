import { expect, test } from 'vitest'
import type { Unit } from '@/api/types'
import { lines_of } from './tree'

const unit = (id: number, name: string, parent_id: number | null): Unit =>
  ({ id, code: String(id), name, name_en: '', kind: 'outlet', level: 'outlet', parent_id, line: '', depth: 0, version: 1 })
const units = [unit(1, '总行', null), unit(2, '云津分行', 1), unit(3, '东湖支行', 2), unit(4, '北渡分行', 1)]
const names = (lines: ReturnType<typeof lines_of>) => lines.map((line) => `${'-'.repeat(line.depth)}${line.unit.name}`)

test('only what lies below an open unit is shown', () => {
  expect(names(lines_of(units, new Set(), ''))).toEqual(['总行'])
  expect(names(lines_of(units, new Set([1]), ''))).toEqual(['总行', '-云津分行', '-北渡分行'])
})

test('what is searched stands with all above it', () => {
  expect(names(lines_of(units, new Set(), '东湖'))).toEqual(['总行', '-云津分行', '--东湖支行'])
  expect(names(lines_of(units, new Set(), '4'))).toEqual(['总行', '-北渡分行'])
})
