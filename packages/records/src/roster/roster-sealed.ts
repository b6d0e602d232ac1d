import { count, nullable, words } from '../field.ts'

export const rosterSealed = {
  houseNo: words,
  group: words,
  name: words,
  phone: nullable(words),
  idLast4: nullable(words),
  birthYear: nullable(count('year')),
}
