import type { SameTexts } from '@/i18n/language'
import type zh from './words.zh'

const en: SameTexts<typeof zh> = {
  title: 'Receipt of a complaint',
  done: 'We have received your complaint',
  keep: 'Please write this down or take a photo. You follow the complaint with its number and receipt code.',
  number: 'Complaint number',
  code: 'Receipt code',
  code_hint: 'Tell nobody the receipt code. Our staff will never ask for it.',
  received: 'Received',
  contact_by: 'We contact you by',
  answer_by: 'We answer by',
  telephone: 'Telephone',
  scan: 'Scan to follow',
  scan_alt: 'QR code: opens the page to follow with number and receipt code filled in',
  print: 'Print',
  picture: 'Save as a picture',
  follow: 'Follow it now',
  finish: 'Kept; to the start page',
  meaning: 'This receipt shows only that we received what you told us, and when. It is no finding on facts or responsibility.',
  gone: 'The receipt is no longer on this device',
  gone_what: 'With the number and the receipt code you can see it again under “Follow a complaint”. If you did not keep them, please call.',
  file_name: 'complaint-receipt',
}

export default en
