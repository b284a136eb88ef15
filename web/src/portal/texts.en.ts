import type { SameTexts } from '@/i18n/language'
import filing from './filing/words.en'
import following from './following/words.en'
import reading from './reading/words.en'
import receipt from './receipt/words.en'
import type zh from './texts.zh'

const en: SameTexts<typeof zh> = {
  brand: 'Consumer service',
  skip: 'To the content',
  back: 'Back',
  next: 'Continue',
  leave_out: 'Skip',
  other_choices: 'Other choices',
  home_link: 'To the start page',
  phone: {
    title: 'Call us',
    call: 'Call {telephone}',
    why: 'You can call at any time; our staff will do it with you.',
    none: 'You can also go to any outlet; our staff will do it with you.',
  },
  shell: {
    elder_on: 'Elder mode',
    display: 'Display',
    read: 'Read aloud',
    read_stop: 'Stop reading',
    offline: 'The network is gone. What you wrote is still on this page and is saved once the network is back.',
    not_reached: 'This page could not be opened. Check the network and try again, or ring us.',
    footer: 'Using this service',
    privacy: 'What you write is stored encrypted and used for your complaint only; nothing about you stays in this browser.',
    demo: 'Demo bank: please enter no real personal details.',
    demo_phone: 'Demo phone',
  },
  home: {
    title: 'Hello, what can we do for you?',
    doors: 'Services',
    file: 'File a complaint',
    file_what: 'No account needed. Tell us what happened, leave a telephone number, keep the receipt.',
    follow: 'Follow a complaint',
    follow_what: 'With its number and receipt code: where it stands and when we answer.',
    fees: 'Products and fees',
    fees_what: 'What to ask before you buy, and what to do about a fee.',
    safety: 'Beware of fraud',
    safety_what: 'Common tricks, and what to do at once.',
    more: 'Fees and fraud',
    more_what: 'What to ask, and what to beware of.',
    resume: 'You have a complaint that was not submitted',
    resume_what: 'It was saved for you; you can go on.',
    resume_go: 'Go on',
  },
  display: {
    title: 'Display',
    what: 'This changes this device only.',
    elder: 'Size of letters and pages',
    elder_what: 'Elder mode has larger letters and shorter sentences, and can read to you.',
    elder_on: 'Use elder mode',
    elder_off: 'Use the standard pages',
    language: 'Language',
    light: 'Light',
  },
  not_found: {
    title: 'There is no such page',
    what: 'The address may be mistyped, or the page is gone. Please begin at the start page.',
  },
  demo: {
    title: 'Demo phone',
    what: 'The demo bank sends no real messages. What it would send is shown here.',
    number: 'Only messages to this number',
    hint: 'Leave empty to see the latest messages.',
    show: 'Show',
    screen: 'Screen of the phone',
    to: 'To {to}',
    none: 'No messages yet.',
    off: 'Only a demo bank has this page.',
  },
  filing,
  following,
  reading,
  receipt,
  elder: {
    brand: 'Consumer service',
    phone: { why: 'Need help? Call us.' },
    home: {
      title: 'What do you need?',
      file_what: 'Tell us what happened.',
      follow_what: 'See where it stands.',
      resume: 'Not finished last time',
      resume_what: 'We kept it for you.',
    },
    shell: { offline: 'No network. What you wrote is still here.' },
    display: { what: 'Choose what you like.', elder_what: 'Large letters, read aloud.' },
    filing: {
      care: {
        title: 'Is the complainant 60 or older?',
        why: 'So that we can take more care.',
      },
      speaker: { title: 'Who is it for?', why: 'So that we call the right person.' },
      agent: { why: 'You act for another: we need to know you.' },
      what: {
        hint: 'When, at which outlet, what.',
        why: 'The clearer, the faster.',
      },
      wanted: { title: 'What do you want?', hint: 'Such as: give me back my money.', why: 'We look into what you ask.' },
      files: { title: 'Any photos or recordings?', hint: 'None? Press “Continue”.', why: 'Proof makes it faster.' },
      name: { title: 'Name of the complainant?', why: 'For our answer.' },
      phone: { title: 'Telephone number?', why: 'We call you there.' },
      review: { title: 'Is it right?', what: 'If so, press “Submit”.' },
    },
    following: {
      form: { title: 'Follow a complaint', what: 'Both are on your receipt.' },
    },
  },
}

export default en
