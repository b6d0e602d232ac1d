import { count, fields } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { activityFields, activitySealed } from './activity-fields.ts'

export const activityResubmitted = defineRecord({
  kind: 'activity.resubmitted',
  version: 1,
  title: { zh: '活动改后再报', en: 'An activity proposed again' },
  public: fields(activityFields),
  sealed: { initiator: { ...activitySealed, shifts: count('shifts') } },
})

export const about: About = {
  infer: 'activities are announced in the village',
  valid: [{ activity: 'xWNhQnZz2z47Yll10crsM4', item: 'r162', state: 'proposed' }],
  invalid: [
    { but: { state: 'done' }, problem: 'not_allowed' },
    { but: { item: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
