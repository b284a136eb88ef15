// What is read stands in the texts, in both languages: no letters in a template, no Chinese in a script.
const read_attributes = new Set(['label', 'title', 'placeholder', 'alt', 'hint', 'sentence', 'aria-label', 'aria-description', 'caption', 'summary', 'confirm', 'happens'])
const letters = /\p{L}/u
const han = /\p{Script=Han}/u

export const textInTexts = {
  meta: { type: 'problem', schema: [], messages: { text: 'Text belongs into texts.zh.ts and texts.en.ts: {{text}}' } },
  create(context) {
    const report = (node, text) => context.report({ node, messageId: 'text', data: { text: text.trim().slice(0, 40) } })
    const script = {
      Literal(node) {
        if (typeof node.value === 'string' && han.test(node.value)) report(node, node.value)
      },
      TemplateElement(node) {
        if (han.test(node.value.raw)) report(node, node.value.raw)
      },
    }
    const template = {
      ...script,
      VText(node) {
        if (letters.test(node.value)) report(node, node.value)
      },
      'VAttribute[directive=false]'(node) {
        const value = node.value?.value ?? ''
        if (read_attributes.has(node.key.rawName) && letters.test(value)) report(node, value)
      },
      'VExpressionContainer > Literal'(node) {
        if (typeof node.value === 'string' && letters.test(node.value)) report(node, node.value)
      },
    }
    const services = context.sourceCode.parserServices
    return services.defineTemplateBodyVisitor ? services.defineTemplateBodyVisitor(template, script) : script
  },
}
