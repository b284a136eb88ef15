import refusals from 'server-texts:complaints/archive'
import states from 'server-texts:complaints/complaint.state'
import en from './texts.en'
import zh from './texts.zh'

export const texts = {
  'zh-CN': { ...zh, state: states['zh-CN'], refused: { archive: refusals['zh-CN'] } },
  en: { ...en, state: states.en, refused: { archive: refusals.en } },
}
