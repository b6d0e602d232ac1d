import { count, day, fields, optional, word } from '../field.ts'

/** The vote of the villagers behind what is entered. */
export const resolutionField = fields({
  date: day,
  body: optional(word('adults', 'households', 'delegates')),
  eligible: count('members'),
  present: count('members'),
  for: count('votes'),
  against: count('votes'),
})
