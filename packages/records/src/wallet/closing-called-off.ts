import { day, fields } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const walletClosingCalledOff = defineRecord({
  kind: 'wallet.closing-called-off',
  version: 1,
  title: { zh: '可用分年度结转不办了', en: 'The wallets’ yearly close called off' },
  public: fields({ closesOn: day }),
  sealed: {},
})

export const about: About = {
  fields: { closesOn: 'as it was announced; another rule sheet holds on that day' },
  infer: 'public by nature',
  valid: [{ closesOn: '2027-01-10' }],
  invalid: [
    { but: { closesOn: 'January' }, problem: 'bad_format' },
    { but: { why: 'a new sheet' }, problem: 'additional_field' },
  ],
}
