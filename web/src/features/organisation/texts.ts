import access_en from './access/texts.en'
import access from './access/texts.zh'
import posts_en from './posts/texts.en'
import posts from './posts/texts.zh'
import en from './texts.en'
import zh from './texts.zh'

export const texts = {
  'zh-CN': { ...zh, access, posts },
  en: { ...en, access: access_en, posts: posts_en },
}
