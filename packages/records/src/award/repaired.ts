import { count, fields, id, itemRef, nullable, points, pseudonym, word, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { account } from './account.ts'

export const awardRepaired = defineRecord({
  kind: 'award.repaired',
  version: 1,
  title: { zh: '扣的分补回来', en: 'A deduction made good' },
  public: fields({
    award: pseudonym('award'),
    deduction: pseudonym('award'),
    item: itemRef,
    way: word('mending', 'volunteering'),
    minutes: nullable(count('minutes')),
    pointsHundredths: points,
    ...account,
  }),
  sealed: {
    earner: {
      award: id,
      deduction: id,
      recordedBy: id,
      words: nullable(words),
      photo: nullable(id),
    },
  },
})

export const about: About = {
  fields: { award: 'what gives points back' },
  infer: 'that a deduction was made good',
  valid: [
    {
      award: '35vz3s7FaY9edFhLSYbkFd',
      deduction: '48BtjLkZtaE_0nwcjYynAc',
      earner: 'EWTwuJd55wQkDxM9X1rwL2',
      household: 'aVO4XsF1KrnPvMl8V22U0G',
      item: 'plot-litter',
      minutes: null,
      pointsHundredths: 300,
      way: 'mending',
    },
  ],
  invalid: [
    { but: { way: 'money' }, problem: 'not_allowed' },
    { but: { minutes: -5 }, problem: 'out_of_range' },
    { but: { deduction: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
