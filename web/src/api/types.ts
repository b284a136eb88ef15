// The generated schema by shorter names. No type of the server is written by hand.
import type { components, paths } from './schema'

type Schemas = components['schemas']

export type Session = Schemas['identity.SessionView']
export type Appointment = Session['appointments'][number]
export type ShownSession = Schemas['identity.ShownSession']
export type Unit = Schemas['identity.UnitLine']
export type UnitPage = Schemas['identity.UnitView']
export type Post = Schemas['identity.PostView']
export type PostGrant = Schemas['identity.PostGrantView']
export type Grant = Schemas['identity.GrantView']
export type Glass = Schemas['identity.GlassView']
export type SignInRecord = Schemas['identity.SignInView']
export type Reset = Schemas['identity.ResetView']
export type Staff = Schemas['identity.StaffView']
export type Taxonomy = Schemas['taxonomies.Taxonomy']
export type TaxonomyItem = Schemas['taxonomies.Item']
export type Complaint = Schemas['complaints.ComplaintView']
export type ComplaintItem = Schemas['complaints.ComplaintItem']
export type ComplaintSearch = Schemas['complaints.Search']
export type NewComplaint = Schemas['complaints.NewComplaint']
export type Registration = Schemas['complaints.Registration']
export type EarlierSearch = Schemas['complaints.EarlierSearch']
export type EarlierMatter = Schemas['complaints.EarlierMatter']
export type Attachment = Schemas['complaints.AttachmentView']
export type DraftMark = Schemas['desk.DraftMark']
export type Task = Schemas['complaints.TaskView']
export type Fulfilment = Schemas['complaints.FulfilmentView']
export type Preservation = Schemas['complaints.PreservationView']
export type ArchiveFile = Schemas['complaints.ArchiveFile']
export type DoubtRow = Schemas['complaints.DoubtRow']
export type ClassCheck = Schemas['complaints.ClassCheckView']
export type Reclassification = Schemas['complaints.Reclassification']
export type LibraryCase = Schemas['cases.CaseView']
export type NewLibraryCase = Schemas['cases.NewCase']
export type Guide = Schemas['cases.Guide']
export type TipOff = Schemas['tip_offs.TipOffView']
export type TipOffItem = Schemas['tip_offs.TipOffItem']
export type NewTipOff = Schemas['tip_offs.NewTipOff']
export type PersonalField = Schemas['complaints.Opening']['fields'][number]
export type ClockDetail = Schemas['clocks.ClockDetail']
export type ClockDetails = Schemas['clocks.ClockDetails']
export type Notice = Schemas['clocks.NoticeView']
export type News = Schemas['inbox.ToldView']
export type Inbox = Schemas['inbox.Inbox']
export type AnswerObjection = Schemas['complaints.AnswerObjectionView']
export type Explanation = Schemas['workflow.Explanation']
export type DayRun = Schemas['workflow.DayRun']
export type ClockRule = Schemas['clocks.RuleView']
export type ClockLadder = Schemas['clocks.LadderView']
export type NamedDay = Schemas['clocks.NamedDay']
export type TimelineEntry = Schemas['evidence.TimelineEntry']
export type CaseEntry = Schemas['complaints.TimelineItem']
export type Today = Schemas['today.Today']
export type DeskNumber = Today['numbers'][number]
export type DeskMusts = Today['musts']
export type Must = DeskMusts['items'][number]
export type Unusual = Today['unusual'][number]
export type DeskDay = Today['week'][number]
export type Hit = Schemas['search.Hit']
export type RoutingLine = Schemas['complaints.RoutingLine']
export type View = Schemas['desk.ViewView']
export type BulkReport = Schemas['complaints.BulkReport']
export type Referral = Schemas['referrals.ReferralView']
export type ImportBatch = Schemas['exchange.BatchView']
export type ReferralItem = Schemas['referrals.ReferralItem']
export type ReferralCandidates = Schemas['referrals.Candidates']
export type ReferralOpening = Schemas['referrals.Opening']

export type Offer = Schemas['complaints.OfferView']
export type Reminder = Schemas['complaints.SupervisionView']
export type Contact = Schemas['complaints.ContactView']
export type SupplementRequest = Schemas['complaints.SupplementRequestView']
export type Supplement = Schemas['complaints.SupplementView']
export type Finding = Schemas['complaints.FindingView']
export type Approval = Schemas['approvals.ApprovalView']
export type ApprovalItem = Schemas['approvals.ApprovalItem']
export type Verdict = Schemas['approvals.VerdictInput']['verdict']

export type Method = 'get' | 'post' | 'delete'

// The addresses that have an operation of this method.
export type Address<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: object } ? P : never
}[keyof paths]

type Operation<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: infer O } ? O : never

type Json<R> = R extends { content: { 'application/json': infer A } } ? A : undefined

export type Answer<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer R }
    ? R extends { 200: infer A } ? Json<A>
      : R extends { 201: infer A } ? Json<A>
        : R extends { 202: infer A } ? Json<A> : undefined
    : never

type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? { body: B } : object
type Path<O> = O extends { parameters: { path: infer A extends object } } ? { path: A } : object
type Query<O> = O extends { parameters: { query?: infer Q extends object } }
  ? { query?: { [K in keyof Q]?: string | number | boolean | readonly string[] } } : object

// What may be told beside path, query and body.
export interface Conduct {
  signal?: AbortSignal
  // The `version` that was read: the server refuses (412) if another was faster.
  if_match?: number
  // The same key with the same content gives the same resource (see `new_key`).
  idempotency_key?: string
}

// By a table: intersections of unions over all addresses would be more than the compiler can weigh.
type Told<O> = Body<O> & Path<O> & Query<O> & Conduct
type Table<M extends Method> = { [P in keyof paths]: Told<Operation<P, M>> }

export type Asked<P extends keyof paths, M extends Method> = Table<M>[P]
