// The shorter sentences of elder mode have a full one. What holds for all texts is tested in src/texts.test.ts.
import { expect, test } from 'vitest'
import type { Texts } from '@/i18n/language'
import { texts } from '../texts'

function keys_of(tree: Texts, before = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [before + name] : keys_of(value, `${before}${name}.`)))
}

test('elder mode shortens only what is said, and never makes it longer', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const { elder, ...full } = texts[language]
    const sentence = (tree: Texts, key: string) => key.split('.').reduce<Texts | string | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), tree)
    for (const key of keys_of(elder)) {
      const whole = sentence(full, key)
      expect(whole, key).toBeTypeOf('string')
      // A question may ask in a full sentence what the heading only named.
      if (!key.endsWith('title') && !key.includes('care')) expect(String(sentence(elder, key)).length, key).toBeLessThanOrEqual(String(whole).length)
    }
  }
})
