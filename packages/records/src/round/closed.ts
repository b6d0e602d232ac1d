import { count, fields, id, pseudonym } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'

export const roundClosed = defineRecord({
  kind: 'round.closed',
  version: 1,
  title: { zh: '收购场次结束', en: 'A buying round closed' },
  public: fields({
    offer: pseudonym('offer'),
    cameCount: count('growers'),
    missedCount: count('growers'),
  }),
  sealed: { closer: { roundId: id, closedBy: id } },
})

export const about: About = {
  fields: {
    cameCount: 'of whom something was taken',
    missedCount: 'who had a time and of whom nothing was taken',
  },
  infer: 'how many delivered, not who',
  valid: [{ cameCount: 38, missedCount: 2, offer: 'VmQhQVot0AxWCPVDConQwq' }],
  invalid: [
    { but: { cameCount: -1 }, problem: 'out_of_range' },
    { but: { missedCount: undefined }, problem: 'missing_field' },
    { but: { who: 'somebody' }, problem: 'additional_field' },
  ],
}
