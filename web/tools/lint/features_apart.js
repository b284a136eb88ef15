// A feature imports nothing of another, and the shared folders import no feature: they link by route.
import path from 'node:path'

const shared = ['ui', 'api', 'i18n', 'session', 'reference']

export const featuresApart = {
  meta: { type: 'problem', schema: [], messages: { apart: '{{from}} must not import {{to}}.' } },
  create(context) {
    const source = placeOf(context.filename)
    function check(node) {
      const asked = node.source?.value
      if (typeof asked !== 'string' || !source) return
      const file = asked.startsWith('@/') ? asked.slice(2)
        : asked.startsWith('.') ? path.posix.join(path.posix.dirname(source), asked) : undefined
      if (file === undefined) return
      const [from, to] = [partOf(source), partOf(file)]
      const feature = to.startsWith('features/')
      const shell = to === 'console' || to === 'portal'
      const wrong = feature && from !== to && from !== 'console'
        || shell && (from.startsWith('features/') || shared.includes(from))
      if (wrong) context.report({ node, messageId: 'apart', data: { from, to } })
    }
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}

function placeOf(file) {
  return file.split(path.sep).join('/').split('/web/src/')[1]
}

function partOf(file) {
  const [first = '', second = ''] = file.split('/')
  return first === 'features' ? `features/${second}` : first
}
