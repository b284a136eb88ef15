import { expect, test } from 'vitest'
import { some_after, type PageOf } from './pages'

function asked(pages: PageOf<number>[]) {
  const cursors: string[] = []
  const ask = (cursor: string) => { cursors.push(cursor); return Promise.resolve(pages[cursors.length - 1] ?? { items: [], next_cursor: `more${cursors.length}` }) }
  return { cursors, ask }
}

test('a page without rows that is not the last is asked on from where it stopped', async () => {
  const { cursors, ask } = asked([{ items: [], next_cursor: 'a' }, { items: [], next_cursor: 'b' }, { items: [7], next_cursor: 'c' }])
  expect(await some_after('', ask)).toEqual({ items: [7], next_cursor: 'c' })
  expect(cursors).toEqual(['', 'a', 'b'])
})

test('a list without rows ends', async () => {
  const { cursors, ask } = asked([{ items: [], next_cursor: null }])
  expect(await some_after('', ask)).toEqual({ items: [], next_cursor: null })
  expect(cursors).toEqual([''])
})

test('it is not asked on for ever', async () => {
  const { cursors, ask } = asked([])
  expect(await some_after('', ask)).toEqual({ items: [], next_cursor: 'more10' })
  expect(cursors).toHaveLength(10)
})
