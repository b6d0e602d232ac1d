import { count, day, fields, id, itemRef, nullable, pseudonym, sha256, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { account } from '../award/account.ts'

export const deedRecorded = defineRecord({
  kind: 'deed.recorded',
  version: 1,
  title: { zh: '记下一件事迹', en: 'A deed recorded' },
  public: fields({
    deed: pseudonym('deed'),
    item: itemRef,
    quantity: count('small measures of the item'),
    sheet: sha256,
    ...account,
  }),
  sealed: {
    earner: {
      contribution: id,
      person: id,
      household: id,
      occurredOn: day,
      words: nullable(words),
      photo: nullable(id),
      recordedBy: id,
    },
  },
})

export const about: About = {
  infer: 'as for awards',
  valid: [
    {
      deed: '1sAZQ8etbRmoSHVuJv_k-2',
      earner: 'EWTwuJd55wQkDxM9X1rwL2',
      household: 'aVO4XsF1KrnPvMl8V22U0G',
      item: 'r166',
      quantity: 1,
      sheet: '56a216859d57da40161ad5713757c21cb87bdc267bb906c6a048dcbe408569ac',
    },
  ],
  invalid: [
    { but: { quantity: -1 }, problem: 'out_of_range' },
    { but: { sheet: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
