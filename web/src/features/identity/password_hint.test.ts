// The hint tells the length that the server demands.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the hint of a password names the least length of data/identity/signing_in.toml', () => {
  const [, least] = /^length_min = (\d+)/m.exec(readFileSync('../data/identity/signing_in.toml', 'utf8')) ?? []
  expect(least).toBeTruthy()
  const hints = (of: string, language: string) => [...readFileSync(`src/features/${of}/texts.${language}.ts`, 'utf8').matchAll(/ (?:hint|password_hint): '([^']*signs?;[^']*|[^']*大小写[^']*)'/g)].map(([, hint]) => hint)
  for (const of of ['identity', 'organisation']) {
    expect(hints(of, 'zh')).toEqual([expect.stringContaining(`至少 ${least} 位`)])
    expect(hints(of, 'en')).toEqual([expect.stringContaining(`At least ${least} characters`)])
  }
})
