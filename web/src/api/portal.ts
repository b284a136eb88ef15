// What the portal's part of the server takes and gives, by short names. No type of the server is written by hand.
import type { components } from './schema'
import type { Answer } from './types'

type Schemas = components['schemas']

export type Choices = Schemas['portal.Choices']
export type Word = Schemas['portal.Choice']
export type Unit = Schemas['portal.UnitChoice']
export type Limits = Schemas['portal.FileLimits']

export type Filing = Schemas['portal.Filing']
export type KeptFile = Schemas['portal.FileView']
export type Begun = Schemas['portal.NewDraft']
export type Draft = Schemas['portal.DraftView']
export type Receipt = Schemas['portal.Receipt']

// A date of the bank's calendar; `days_left` is negative once it is late.
export type Day = NonNullable<Receipt['answer_by']>
export type UnitName = Receipt['unit']
export type Case = Schemas['portal.CaseView']
export type Act = Schemas['portal.CaseAct']['act']
export type Followed = Answer<'/api/portal/following', 'post'>
export type CodeSent = Schemas['portal.CodeSent']
export type Puzzle = Schemas['portal.Puzzle']
export type Message = Schemas['notices.ShownNotice']
