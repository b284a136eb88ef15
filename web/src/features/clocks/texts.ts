// The feature's own words, with those of measures and marks as the server has them.
import counts_from from 'server-texts:workflow/counts_from'
import day from 'server-texts:workflow/day'
import kinds from 'server-texts:workflow/rule_kind'
import marks from 'server-texts:workflow/mark'
import measures from 'server-texts:workflow/measure'
import en from './texts.en'
import zh from './texts.zh'

export const texts = {
  'zh-CN': { ...zh, counts_from: counts_from['zh-CN'], day: day['zh-CN'], kind: kinds['zh-CN'], mark: marks['zh-CN'], measure: measures['zh-CN'] },
  en: { ...en, counts_from: counts_from.en, day: day.en, kind: kinds.en, mark: marks.en, measure: measures.en },
}
