// The states of complaints are the server's own words, for what a referral is matched with.
import complaint_state from 'server-texts:complaints/complaint.state'
import en from './texts.en'
import zh from './texts.zh'

export const texts = {
  'zh-CN': { ...zh, complaint_state: complaint_state['zh-CN'] },
  en: { ...en, complaint_state: complaint_state.en },
}
