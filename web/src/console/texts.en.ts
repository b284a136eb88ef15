import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  brand: 'Xiaobao desk',
  skip: 'Skip to the content',
  menu: 'Menu',
  modules: 'Modules',
  offline: 'The network is away; what you see may be old. It is brought up to date once the network is back.',
  account: {
    glass: 'Emergency viewing is on until {until}, for at most {fields} fields; all that is viewed is on record.',
    reset: 'Your password was set by a reset link, {at}; {asked} asked for it, {approved} approved. If that was not you, call the IT department at once.',
    host: 'the bank’s host',
    known: 'Got it',
  },
  search: { label: 'Search complaints, referrals, units and people', hint: 'Complaints, referrals, units, people' },
  who: {
    acting_as: 'Acting as',
    for: 'for {name}: {unit} · {post}',
    sessions: 'Signed-in devices',
    password: 'Change password',
    leave: 'Sign out',
  },
  help: { open: 'Help', title: 'Help', none: 'There is no page about this screen yet. Press ? for the shortcuts.' },
  proof: {
    title: 'Show again who you are',
    why: 'This needs your password once more.',
    password: 'Password',
    code: 'Code of your authenticator (6 digits)',
    confirm: 'Confirm and go on',
  },
  broken: {
    title: 'This page broke',
    what_now: 'What was saved is safe. Load it again; if that does not help, tell your technology department.',
    reload: 'Load again',
  },
  not_found: {
    title: 'No such page',
    what: 'There is no such page',
    why: 'The link may be old, or mistyped.',
    home: 'Back to the desk',
  },
}

export default en
