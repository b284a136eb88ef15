// Writes src/api/schema.ts from docs/openapi.json; schema.test.ts says when that was forgotten.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

export async function schemaOf(openapi) {
  return '// Written by `npm run schema` from docs/openapi.json. Not to be edited.\n'
    + astToString(await openapiTS(JSON.parse(readFileSync(openapi, 'utf8'))))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = (path) => fileURLToPath(new URL(path, import.meta.url))
  writeFileSync(here('../src/api/schema.ts'), await schemaOf(here('../../docs/openapi.json')))
}
