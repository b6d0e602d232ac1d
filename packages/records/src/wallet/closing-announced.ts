import { day, fields, sha256, where } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const walletClosingAnnounced = defineRecord({
  kind: 'wallet.closing-announced',
  version: 1,
  title: { zh: '公布可用分年度结转日', en: 'The wallets’ yearly close announced' },
  public: where(fields({ dueOn: day, closesOn: day, sheet: sha256 }), ({ dueOn, closesOn }) =>
    closesOn < dueOn ? 'it closes before it is due' : null,
  ),
  sealed: {},
})

export const about: About = {
  fields: {
    dueOn: 'the day that the sheet names',
    closesOn: 'that day, or thirty days after this record',
    sheet: 'whose policy it is',
  },
  infer: 'public by nature',
  valid: [
    {
      closesOn: '2027-01-10',
      dueOn: '2027-01-10',
      sheet: '56a216859d57da40161ad5713757c21cb87bdc267bb906c6a048dcbe408569ac',
    },
  ],
  invalid: [
    { but: { closesOn: '2027-01-09' }, problem: 'fields_disagree' },
    { but: { sheet: null }, problem: 'wrong_type' },
    { but: { dueOn: undefined }, problem: 'missing_field' },
    { but: { household: 'tRIbfsT0PFtxSqUtoigtZ9' }, problem: 'additional_field' },
  ],
}
