import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemaOf } from '../../tools/schema.mjs'

test('the schema is what docs/openapi.json says; `npm run schema` writes it again', async () => {
  const written = readFileSync('src/api/schema.ts', 'utf8')
  expect(await schemaOf('../docs/openapi.json') === written).toBe(true)
})
