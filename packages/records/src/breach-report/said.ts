import { id, list, moment, nullable, text, words } from '../field.ts'

/** What was told, for either side; the reported read it without the reporter. */
export const said = {
  report: id,
  subject: nullable(id),
  place: nullable(words),
  item: nullable(text),
  occurredAt: moment,
  words: nullable(words),
  photos: list(id),
}
