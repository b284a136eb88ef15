import states from 'server-texts:complaints/complaint.state'
import en from './texts.en'
import zh from './texts.zh'

export const texts = {
  'zh-CN': { ...zh, state: states['zh-CN'] },
  en: { ...en, state: states.en },
}
