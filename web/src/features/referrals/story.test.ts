import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { word_of } from './story'
import en from './texts.en'
import zh from './texts.zh'

// What the server tells of a referral, as its own source says.
const told = ['../src/modules/referrals', '../src/platform/clocks'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cpp') && !file.endsWith('_test.cpp'))
    .flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/evidence::append\(\s*work,\s*"((?:referral|clock)\.\w+)"/g)].map((found) => found[1] ?? '')))
// Of these the bank tells, not a referral.
const of_the_bank = ['referral.exported', 'referral.compared']

test('each entry of a referral has its word', () => {
  expect(told.length).toBeGreaterThan(18)
  for (const kind of told.filter((one) => !of_the_bank.includes(one))) {
    expect(Object.keys(zh.entry), kind).toContain(word_of(kind))
    expect(Object.keys(en.entry), kind).toContain(word_of(kind))
  }
})
