import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  title: 'Archive',
  catalogue: 'Filed',
  waiting: 'To be filed',
  years: '{count} year | {count} years',
  none: 'Nothing was filed',
  none_why: 'Complaints that were closed and filed stand here, with their number, how long they are kept and where they lie.',
  waiting_none: 'Nothing is closed',
  waiting_none_why: 'Closed complaints can be filed here, many at once.',
  file: 'File in the archive',
  happens: 'The {count} selected get a number of the archive and are kept for a time. First a preview: it lists those that lack a finding or a root cause, or are filed already.',
  would: '{done} can be filed, {refused} cannot yet.',
  did: '{done} were filed, {refused} were not.',
  preview: 'Preview',
  confirm: 'File them',
  retention_hint: '3 to 100 years; empty for what the rules say',
  refused_other: 'It cannot be filed yet: open it to see why.',
  field: {
    archive_number: 'Archive number',
    complaint_number: 'Complaint',
    year: 'Year',
    retention_years: 'Kept for (years)',
    keep_until: 'Kept until',
    fonds: 'Fonds',
    location: 'Location',
    pieces: 'Pieces',
    archived_by_id: 'Filed by',
    archived_at: 'Filed',
    number: 'Complaint',
    summary: 'Summary',
    state: 'State',
    handling_unit_id: 'Handling unit',
    received_at: 'Received',
    received_from: 'Received from',
    received_before: 'Received before',
    business: 'Business',
  },
}

export default en
