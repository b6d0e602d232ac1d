import {
  count,
  day,
  fields,
  id,
  itemRef,
  nullable,
  optional,
  points,
  pseudonym,
  where,
  words,
} from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { account } from './account.ts'

export const awardReversed = defineRecord({
  kind: 'award.reversed',
  version: 1,
  title: { zh: '积分撤回', en: 'Points taken back' },
  public: where(
    fields({
      award: pseudonym('award'),
      item: itemRef,
      day: nullable(day),
      pointsHundredths: points,
      postedHundredths: points,
      countedOccurrences: count('occurrences'),
      creditedQuantity: count('small measures of the item'),
      notice: nullable(pseudonym('notice')),
      supersededBy: nullable(pseudonym('award')),
      objection: optional(pseudonym('objection')),
      report: optional(pseudonym('report')),
      ...account,
    }),
    ({ objection, report }) =>
      objection !== undefined && report !== undefined
        ? 'one cause at most takes an award back'
        : null,
  ),
  sealed: { earner: { award: id, by: nullable(id), reason: nullable(words) } },
})

export const about: About = {
  fields: {
    day: 'null for one that was counted with others',
    postedHundredths: 'what leaves honour',
    countedOccurrences: 'freed under caps',
    creditedQuantity: 'freed under caps',
    objection: 'if one was upheld',
    report: 'if one of its post ended otherwise',
  },
  infer:
    "that an award was taken back; a rating's award that is taken back before it was counted enters by itself, with its day",
  valid: [
    {
      award: 'QV0D-uGWoXREpV6I0zmdhJ',
      countedOccurrences: 1,
      creditedQuantity: 1,
      day: '2026-09-04',
      earner: 'EWTwuJd55wQkDxM9X1rwL2',
      household: 'aVO4XsF1KrnPvMl8V22U0G',
      item: 'r166',
      notice: '6DowYdaYdMC-lwbqQInig3',
      pointsHundredths: 1000,
      postedHundredths: 1000,
      supersededBy: null,
    },
  ],
  invalid: [
    { but: { supersededBy: undefined }, problem: 'missing_field' },
    { but: { countedOccurrences: -1 }, problem: 'out_of_range' },
    {
      but: { objection: 'OOOOOOOOOOOOOOOOOOOOOO', report: 'RRRRRRRRRRRRRRRRRRRRRR' },
      problem: 'fields_disagree',
    },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
