import type { SameTexts } from '@/i18n/language'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  door: { brand: 'Consumer rights protection' },
  sign_in: {
    title: 'Sign in',
    login: 'Login',
    password: 'Password',
    code: 'Code',
    code_hint: 'Open your authenticator and type its 6 digits.',
    enter: 'Sign in',
    ended: 'Your session ended. Sign in again and you return to where you were.',
    forgotten: 'If you forgot your password, ask the technology department: two people check and reset it.',
  },
  due: {
    title: 'Before you begin',
    password: 'Set a password of your own first.',
    second_factor: 'Your post signs in with a code beside the password. Set it up first.',
  },
  password: {
    title: 'Change password',
    current: 'Current password',
    next: 'New password',
    hint: 'At least 10 characters: small and capital letters, digits and signs; without your login, staff number or name.',
    again: 'New password once more',
    differs: 'The two new passwords differ.',
    wrong: 'The current password is not right.',
    change: 'Change password',
    done: 'Your password was changed; use the new one from now on.',
  },
  second_factor: {
    begin: 'Set it up',
    type_in: 'Add this secret to your authenticator, then type the 6 digits it shows.',
    same_phone: 'The authenticator is on this device: add it',
    confirm: 'Done',
  },
  sessions: {
    title: 'Signed-in devices',
    what: 'If one of these is not you, end it at once and change your password.',
    line: '{remote}, since {since}, last used {seen}',
    this: 'This device',
    end: 'End this session',
  },
}

export default en
