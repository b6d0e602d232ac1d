import { id, integer, word } from '../field.ts'

export const consentSealed = {
  householdId: id,
  decision: word('join', 'leave'),
  optInVersion: integer('version', { from: 1 }),
  givenBy: id,
  recordedBy: id,
}
