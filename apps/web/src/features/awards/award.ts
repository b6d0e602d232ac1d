/** What the server says of awards, notices and rule sheets. */
import type { Answer, Award } from '@azalea/client'
import type { RuleSheet } from '@azalea/scoring'

export type AwardState = Award['state']

export type AwardObjection = Award['objections'][number]

export type Evidence = Award['evidence'][number]

export type NoticeSheet = Answer<'/api/villages/{villageId}/notices/{id}'>

export type NoticeRow = NoticeSheet['rows'][number]

export type SheetInForce = Omit<Answer<'/api/rule-sheet'>, 'sheet'> & { sheet: RuleSheet }
