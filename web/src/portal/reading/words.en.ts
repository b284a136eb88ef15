import type { SameTexts } from '@/i18n/language'
import type zh from './words.zh'

const en: SameTexts<typeof zh> = {
  fees: {
    title: 'Products and fees',
    what: 'Fees cannot yet be looked up here one by one. It is fastest to call, or to see the price list at an outlet and have it explained.',
    before: 'Before you buy, ask these five things',
    before_list: {
      a: 'Is it a deposit, a wealth product, a fund or insurance? Who issues it?',
      b: 'Can I lose money? How much at worst?',
      c: 'When can I have my money back? What does leaving early cost?',
      d: 'What fees are there altogether, and when?',
      e: 'Have it put on paper. What nobody can explain, do not sign.',
    },
    wrong: 'Is a fee wrong?',
    wrong_list: {
      a: 'See the name and date of the fee in the SMS or statement, and keep a picture.',
      b: 'Call and ask what the fee is based on and since when.',
      c: 'If the answer is unclear or you disagree, file a complaint.',
    },
    file: 'Complain about a fee',
  },
  safety: {
    title: 'Beware of fraud',
    what: 'Swindlers hurry, frighten or flatter you. Hang up first, then call us.',
    signs: 'Who says this is a swindler',
    signs_list: {
      a: '“Move the money to a safe account.” No police, court or bank has safe accounts.',
      b: '“Tell me the SMS code.” Give it to nobody; our staff will never ask.',
      c: '“Share your screen and I show you.” They then see your passwords.',
      d: '“Pay, and we get your policy refunded, your credit record cleaned, your rights defended.”',
      e: '“High interest, no risk, inside places, last day today.”',
      f: '“I am your child’s teacher, your boss, I need money at once.” Call the number you know first.',
    },
    now: 'If you already paid, do three things at once',
    now_list: {
      a: 'Call us to block the card or stop the payment.',
      b: 'Call the police on 110, or go to the nearest station.',
      c: 'Keep chats, transfer records and the other’s account; delete nothing.',
    },
    file: 'I was cheated and disagree with what the bank did',
    ask: 'The national line against fraud is 96110. If it calls you, please answer.',
  },
}

export default en
