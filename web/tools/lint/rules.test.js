// Each rule of ours finds its breach, and leaves alone what is right.
import { RuleTester } from 'eslint'
import { describe, test } from 'vitest'
import vue from 'vue-eslint-parser'
import { featuresApart } from './features_apart.js'
import { textInTexts } from './text_in_texts.js'

RuleTester.describe = describe
RuleTester.it = test
RuleTester.itOnly = test.only

const at = (path) => `/house/web/src/${path}`
const apart = [{ messageId: 'apart' }]
const text = [{ messageId: 'text' }]

new RuleTester().run('features_apart', featuresApart, {
  valid: [
    { filename: at('features/complaints/words.ts'), code: "import { x } from './filters'" },
    { filename: at('features/complaints/words.ts'), code: "import { x } from '@/ui/table'" },
    { filename: at('console/router.ts'), code: "import { x } from '@/features/complaints/feature'" },
  ],
  invalid: [
    { filename: at('features/referrals/words.ts'), code: "import { x } from '@/features/complaints/words'", errors: apart },
    { filename: at('features/referrals/words.ts'), code: "import { x } from '../complaints/words'", errors: apart },
    { filename: at('features/referrals/words.ts'), code: "const x = () => import('../complaints/Page.vue')", errors: apart },
    { filename: at('features/referrals/words.ts'), code: "export { x } from '@/console/router'", errors: apart },
    { filename: at('ui/table.ts'), code: "import { x } from '@/features/complaints/words'", errors: apart },
    { filename: at('reference/names.ts'), code: "export * from '../portal/texts'", errors: apart },
  ],
})

new RuleTester({ languageOptions: { parser: vue } }).run('text_in_texts', textInTexts, {
  valid: [
    { filename: 'a.vue', code: "<template><p :title=\"t('a.b')\">{{ t('a.c') }} · <kbd>/</kbd></p></template>" },
    { filename: 'a.vue', code: '<template><input type="text" class="input" /></template>' },
    { filename: 'a.ts', code: "const state = 'handling'" },
  ],
  invalid: [
    { filename: 'a.vue', code: '<template><p>Save</p></template>', errors: text },
    { filename: 'a.vue', code: '<template><p>保存</p></template>', errors: text },
    { filename: 'a.vue', code: '<template><input placeholder="Search" /></template>', errors: text },
    { filename: 'a.vue', code: "<template><p>{{ 'Save' }}</p></template>", errors: text },
    { filename: 'a.vue', code: "<template><p>{{ late ? '超期' : '' }}</p></template>", errors: text },
    { filename: 'a.vue', code: "<script setup>const title = '投诉'</script><template><p>{{ title }}</p></template>", errors: text },
    { filename: 'a.ts', code: 'const title = `第${n}件`', errors: [...text, ...text] },
  ],
})
