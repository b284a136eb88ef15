// Which part asks which question.
import type { Component } from 'vue'
import type { Step } from '../steps'
import AgentQuestion from './AgentQuestion.vue'
import AmountQuestion from './AmountQuestion.vue'
import BusinessQuestion from './BusinessQuestion.vue'
import CareQuestion from './CareQuestion.vue'
import CompanyQuestion from './CompanyQuestion.vue'
import FilesQuestion from './FilesQuestion.vue'
import MoreQuestion from './MoreQuestion.vue'
import NameQuestion from './NameQuestion.vue'
import PhoneQuestion from './PhoneQuestion.vue'
import PlaceQuestion from './PlaceQuestion.vue'
import ReviewQuestion from './ReviewQuestion.vue'
import SpeakerQuestion from './SpeakerQuestion.vue'
import WantedQuestion from './WantedQuestion.vue'
import WhatQuestion from './WhatQuestion.vue'

export const questions: Record<Step, Component> = {
  speaker: SpeakerQuestion,
  agent: AgentQuestion,
  company: CompanyQuestion,
  care: CareQuestion,
  place: PlaceQuestion,
  business: BusinessQuestion,
  what: WhatQuestion,
  wanted: WantedQuestion,
  amount: AmountQuestion,
  files: FilesQuestion,
  name: NameQuestion,
  phone: PhoneQuestion,
  more: MoreQuestion,
  review: ReviewQuestion,
}
