// What every test of a part needs: the texts of ui/ and a language that is known.
import { beforeEach } from 'vitest'
import { add_texts, set_language } from '@/i18n/language'
import { texts } from './texts'

add_texts('ui', texts)
beforeEach(() => set_language('zh-CN'))
