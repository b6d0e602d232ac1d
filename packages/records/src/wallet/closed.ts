import { count, day, fields, points, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const walletClosed = defineRecord({
  kind: 'wallet.closed',
  version: 1,
  title: { zh: '一户的可用分年度结转', en: 'A wallet closed for the year' },
  public: fields({
    household: pseudonym('household'),
    closesOn: day,
    spentHundredths: points,
    balanceHundredths: points,
    droppedHundredths: count('hundredths of a point'),
  }),
  sealed: {},
})

export const about: About = {
  fields: {
    spentHundredths: 'what no week’s sum has told yet',
    balanceHundredths: 'all that the log holds for it by then, what it has reserved too',
    droppedHundredths: 'as the announced sheet says',
  },
  infer:
    'what a household spent since the last week that was counted, up to that day; the balance stands in each statement',
  valid: [
    {
      balanceHundredths: 5001,
      closesOn: '2027-01-10',
      droppedHundredths: 2501,
      household: 'tRIbfsT0PFtxSqUtoigtZ9',
      spentHundredths: 300,
    },
  ],
  invalid: [
    { but: { droppedHundredths: -1 }, problem: 'out_of_range' },
    { but: { balanceHundredths: undefined }, problem: 'missing_field' },
    { but: { reservedHundredths: 100 }, problem: 'additional_field' },
  ],
}
