import { fields, id, points, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const walletGifted = defineRecord({
  kind: 'wallet.gifted',
  version: 1,
  title: { zh: '赠送积分', en: 'Points given to another household' },
  public: fields({ gift: pseudonym('gift') }),
  sealed: {
    giver: { giftId: id, pointsHundredths: points, toHousehold: id },
    receiver: { giftId: id, pointsHundredths: points, fromHousehold: id },
  },
})

export const about: About = {
  infer:
    'that a household gave another points; how many stands in the week’s sums of both, with what else they spent',
  valid: [{ gift: '3K3zQmAhF4ryRrPdN-4lSD' }],
  invalid: [
    { but: { gift: 'soap' }, problem: 'bad_format' },
    { but: { household: 'tRIbfsT0PFtxSqUtoigtZ9' }, problem: 'additional_field' },
    { but: { gift: undefined }, problem: 'missing_field' },
  ],
}
