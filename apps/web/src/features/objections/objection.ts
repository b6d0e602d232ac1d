import type { Answer, Item } from '@azalea/client'

export type Objection = Item<'/api/objections'>
export type ObjectionState = Objection['state']
export type ObjectionPage = Answer<'/api/objections'>

/** The overseers (supervisors, town) answer where too few of the committee are left. */
export type AnsweringOffice = NonNullable<Objection['answeredBy']>

/** A line of a notice that one can object to. */
export type NoticedAward = Answer<'/api/notices/{id}/awards'>['awards'][number]

/** Whether the reader can do something now, and the sentence if not. */
export type May = NoticedAward['canObject']

export type Raised = Answer<'/api/awards/{id}/objections', 'post'>

export const objectionTones = { open: 'waiting', upheld: 'done', refused: 'past' } as const

export const objectionStates: readonly ObjectionState[] = ['open', 'upheld', 'refused']
