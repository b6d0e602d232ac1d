import {
  count,
  day,
  fields,
  id,
  integer,
  itemRef,
  list,
  nullable,
  optional,
  points,
  pseudonym,
  sha256,
  text,
  word,
  words,
  type ValueOf,
} from '../field.ts'
import { account } from './account.ts'

const stars = integer('stars', { from: 1, to: 5 })
const quantity = count('small measures of the item')

/** All that an award depends on besides the sheet: `CalibrationInput` of `@azalea/scoring`. */
const input = fields({
  itemRef,
  quantity,
  occurredOn: day,
  prior: list(
    fields({
      scope: word('person', 'household'),
      of: word('item', 'category', 'source'),
      key: text,
      window: word('day', 'month', 'quarter', 'year', 'lifetime'),
      usedHundredths: points,
      usedCount: integer('occurrences'),
      usedQuantity: integer('small measures of the item'),
    }),
  ),
  competing: list(fields({ itemRef, pointsHundredths: points })),
  leaderScore: optional(stars),
  circumstances: optional(list(fields({ code: text, quantity }))),
  spotCheckScore: optional(stars),
  passersBy: optional(
    fields({
      ratings: count('ratings'),
      meanStarsHundredths: integer('hundredths of a star', { from: 100, to: 500 }),
    }),
  ),
  upheldReports: optional(count('reports')),
  sameInForce: optional(count('awards')),
})

/** An award with all that a stranger needs to recompute it from the sheet. */
export const wholeFields = {
  award: pseudonym('award'),
  deed: pseudonym('deed'),
  item: itemRef,
  pointsHundredths: points,
  sheet: sha256,
  report: optional(pseudonym('report')),
  corrects: optional(pseudonym('award')),
  objection: optional(pseudonym('objection')),
  spotCheck: optional(pseudonym('candidate')),
  ...account,
  input,
}

export const wholeSealed = {
  award: id,
  contribution: id,
  person: id,
  household: id,
  source: fields({
    kind: word('rating', 'attendance', 'deed', 'delivery', 'report', 'repair'),
    id,
  }),
  recordedBy: id,
  words: nullable(words),
  photo: nullable(id),
}

/** What takes another award's place says why, and by one cause. */
export function whyWrong({
  corrects,
  objection,
  report,
}: Pick<ValueOf<typeof wholeFields>, 'corrects' | 'objection' | 'report'>): string | null {
  if (corrects === undefined)
    return objection === undefined ? null : 'an objection is named, and no award that it corrects'
  const causes = [objection, report].filter((cause) => cause !== undefined)
  return causes.length === 0 ? 'it corrects an award and says not why' : null
}
