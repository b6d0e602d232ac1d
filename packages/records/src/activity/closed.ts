import { count, fields, id, points } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { activityFields, activitySealed } from './activity-fields.ts'

export const activityClosed = defineRecord({
  kind: 'activity.closed',
  version: 1,
  title: { zh: '活动结束', en: 'An activity closed' },
  public: fields(activityFields),
  sealed: {
    initiator: { ...activitySealed, awards: count('awards'), pointsHundredths: points, by: id },
  },
})

export const about: About = {
  infer: 'activities are announced in the village',
  valid: [{ activity: 'inEd5k2_Mb1A--GuxqPot3', item: 'r163', state: 'closed' }],
  invalid: [
    { but: { state: 'done' }, problem: 'not_allowed' },
    { but: { item: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
