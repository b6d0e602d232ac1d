import { defineRecord, type About } from '../record-kind.ts'
import { claimInfers, claimPublic, claimSealed } from './claim-fields.ts'

export const claimEntered = defineRecord({
  kind: 'claim.entered',
  version: 1,
  title: { zh: '登记申请', en: 'A claim entered' },
  public: claimPublic,
  sealed: claimSealed,
})

export const about: About = {
  infer: claimInfers,
  valid: [{ claimant: '3K3zQmAhF4ryRrPdN-4lSD', offer: 'HmQhQVot0AxWCPVDConQwq' }],
  invalid: [
    { but: { claimant: 'short' }, problem: 'bad_format' },
    { but: { offer: undefined }, problem: 'missing_field' },
    { but: { wantedQuantity: 3 }, problem: 'additional_field' },
  ],
}
