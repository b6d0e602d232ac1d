import { count, day, fields } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const walletClosingEnded = defineRecord({
  kind: 'wallet.closing-ended',
  version: 1,
  title: { zh: '可用分年度结转办完', en: 'The wallets’ yearly close done' },
  public: fields({
    closesOn: day,
    households: count('households'),
    droppedHundredths: count('hundredths of a point'),
  }),
  sealed: {},
})

export const about: About = {
  fields: { households: 'whose wallets were closed', droppedHundredths: 'of all together' },
  infer: 'the sum of the records before it',
  valid: [{ closesOn: '2027-01-10', droppedHundredths: 250_100, households: 420 }],
  invalid: [
    { but: { households: -1 }, problem: 'out_of_range' },
    { but: { closesOn: undefined }, problem: 'missing_field' },
  ],
}
