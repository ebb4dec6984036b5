import type { Act } from './permission'

/** What a reader of an organisation may not do for it. */
export const WRITING_MEMBER_ACTS: Act[] = [
  'organization.keep_documents',
  'need.write',
  'interest.write',
  'case.answer_supplement',
  'case.prove_condition',
  'case.withdraw',
  'case.appeal',
  'hold.request',
  'waiting.join',
  'waiting.answer',
  'case.message',
  'desk.reply',
  'desk.consent',
]
/** Who belongs to an organisation is for its owners to say. */
export const OWNER_ACTS: Act[] = ['organization.manage']
/** Acts that only the officer in charge of the case may do, and the officer's deputy meanwhile. */
export const OWN_CASE_ACTS: Act[] = [
  'case.apologise',
  'case.hand_over',
  'case.check',
  'case.return',
  'case.request_supplement',
  'case.recommend',
  'hold.request',
  'hold.activate',
  'hold.extend',
  'hold.convert',
  'hold.release',
  'case.judge_condition',
  'case.fulfil',
  'case.close',
]

/** Acts by which a case ends against its applicant: of an appeal not for whoever refused first. */
export const ENDING_ACTS: Act[] = ['case.decide', 'case.refuse', 'case.return']

/** Acts of a head on the cases of the head's own divisions alone. */
export const DIVISION_ACTS: Act[] = [
  'case.assign',
  'case.hand_over',
  'case.take_back',
  'case.review',
  'case.apologise',
  'case.fulfil',
  'case.close',
]
