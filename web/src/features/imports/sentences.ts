// The server's own sentences for the rows it could not take.
import field from 'server-texts:core/field'
import complaint from 'server-texts:complaints/complaint'
import complaint_field from 'server-texts:complaints/field'
import row from 'server-texts:exchange/row'
import importing from 'server-texts:exchange/import'
import appointment from 'server-texts:identity/appointment'
import person from 'server-texts:identity/person'
import post from 'server-texts:identity/post'
import unit from 'server-texts:identity/unit'
import referral from 'server-texts:referrals/referral'
import staffing from 'server-texts:staffing/staffing'
import staffed_person from 'server-texts:staffing/person'
import staffed_post from 'server-texts:staffing/post'
import staffed_unit from 'server-texts:staffing/unit'
import { language } from '@/i18n/language'

type Branch = Record<'zh-CN' | 'en', Record<string, string>>
const branches: Record<string, readonly Branch[]> = {
  field: [field, complaint_field], complaint: [complaint], row: [row], import: [importing], appointment: [appointment],
  person: [person, staffed_person], post: [post, staffed_post], unit: [unit, staffed_unit], referral: [referral], staffing: [staffing],
}

// Without a sentence the code itself says more than nothing.
export function sentence_of(code: string): string {
  const [, branch = '', rest = ''] = /^(\w+)\.(.+)$/.exec(code) ?? []
  return branches[branch]?.map((one) => one[language()][rest]).find(Boolean) ?? code
}
