import { count, fields } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { activityFields, activitySealed } from './activity-fields.ts'

export const activityProposed = defineRecord({
  kind: 'activity.proposed',
  version: 1,
  title: { zh: '发起活动', en: 'An activity proposed' },
  public: fields(activityFields),
  sealed: { initiator: { ...activitySealed, shifts: count('shifts') } },
})

export const about: About = {
  infer: 'activities are announced in the village',
  valid: [{ activity: 'inEd5k2_Mb1A--GuxqPot3', item: 'r163', state: 'proposed' }],
  invalid: [
    { but: { state: 'done' }, problem: 'not_allowed' },
    { but: { item: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
