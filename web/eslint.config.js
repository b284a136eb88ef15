// What the compiler cannot see: features stay apart, components stay small, nothing is `any`.
import tseslint from 'typescript-eslint'
import vue from 'eslint-plugin-vue'
import { featuresApart } from './tools/lint/features_apart.js'
import { textInTexts } from './tools/lint/text_in_texts.js'

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.ts', 'journeys/shots'] },
  ...tseslint.configs.strict,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'max-lines': ['error', { max: 150 }] },
  },
  {
    files: ['**/*.ts', '**/*.vue'],
    plugins: { house: { rules: { 'features-apart': featuresApart, 'text-in-texts': textInTexts } } },
    rules: {
      'house/features-apart': 'error',
      'house/text-in-texts': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$' }],
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Ask the server through @/api/client.' }],
      'no-restricted-imports': ['error', { paths: [
        { name: 'element-plus', message: 'Import the single component, and only in src/ui/.' },
        { name: 'echarts', message: 'Use ui/ChartView.vue.' },
      ] }],
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error', // The policy refuses style attributes.
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      // Fields keep the server's snake_case.
      'vue/prop-name-casing': ['error', 'snake_case'],
      'vue/custom-event-name-casing': ['error', 'kebab-case'],
      'vue/attribute-hyphenation': 'off',
      'vue/v-on-event-hyphenation': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'always' } }],
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/html-indent': 'off',
    },
  },
  // Where texts are, or a journey reads them.
  { files: ['**/*.zh.ts', '**/*.test.ts', '**/*.test.js', 'journeys/**', 'src/api/problem.ts'], rules: { 'house/text-in-texts': 'off' } },
  { files: ['src/api/client.ts', 'src/portal/server/ask.ts', 'tools/*.ts', 'journeys/**'], rules: { 'no-restricted-globals': 'off' } },
)
