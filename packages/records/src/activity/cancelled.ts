import { fields, id, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { activityFields, activitySealed } from './activity-fields.ts'

export const activityCancelled = defineRecord({
  kind: 'activity.cancelled',
  version: 1,
  title: { zh: '活动取消', en: 'An activity cancelled' },
  public: fields(activityFields),
  sealed: { initiator: { ...activitySealed, reason: words, cancelledBy: id } },
})

export const about: About = {
  infer: 'activities are announced in the village',
  valid: [{ activity: 'O0dwtxH9VMawCa0QuWokhT', item: 'r162', state: 'cancelled' }],
  invalid: [
    { but: { state: 'done' }, problem: 'not_allowed' },
    { but: { item: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
