import { fields, points, pseudonym, sha256, where } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const walletStarted = defineRecord({
  kind: 'wallet.started',
  version: 1,
  title: { zh: '起始分', en: 'Points to start with, given' },
  public: where(
    fields({ household: pseudonym('household'), pointsHundredths: points, sheet: sha256 }),
    ({ pointsHundredths }) => (pointsHundredths > 0 ? null : 'a start gives points'),
  ),
  sealed: {},
})

export const about: About = {
  fields: { pointsHundredths: 'to spend; honour begins at nothing', sheet: 'in force that day' },
  infer: 'nothing beyond the joining: each household gets the same, once',
  valid: [
    {
      household: 'tRIbfsT0PFtxSqUtoigtZ9',
      pointsHundredths: 100_000,
      sheet: '56a216859d57da40161ad5713757c21cb87bdc267bb906c6a048dcbe408569ac',
    },
  ],
  invalid: [
    { but: { pointsHundredths: 0 }, problem: 'fields_disagree' },
    { but: { sheet: null }, problem: 'wrong_type' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
    { but: { household: undefined }, problem: 'missing_field' },
  ],
}
