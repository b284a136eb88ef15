// The feature's own words, with those of states and actions as the server has them.
import actions from 'server-texts:complaints/complaint.action'
import states from 'server-texts:complaints/complaint.state'
import deeds_en from './actions/texts.en'
import deeds from './actions/texts.zh'
import page_en from './page/texts.en'
import page from './page/texts.zh'
import en from './texts.en'
import zh from './texts.zh'

export const texts = {
  'zh-CN': { ...zh, state: states['zh-CN'], action: actions['zh-CN'], actions: deeds, page },
  en: { ...en, state: states.en, action: actions.en, actions: deeds_en, page: page_en },
}
