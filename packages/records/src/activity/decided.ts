import { fields, id, nullable, words } from '../field.ts'
import { defineRecord, type About } from '../record-kind.ts'
import { activityFields, activitySealed } from './activity-fields.ts'

export const activityDecided = defineRecord({
  kind: 'activity.decided',
  version: 1,
  title: { zh: '活动有了批复', en: 'An activity decided' },
  public: fields(activityFields),
  sealed: { initiator: { ...activitySealed, words: nullable(words), decidedBy: id } },
})

export const about: About = {
  infer: 'activities are announced in the village',
  valid: [{ activity: 'inEd5k2_Mb1A--GuxqPot3', item: 'r163', state: 'approved' }],
  invalid: [
    { but: { state: 'done' }, problem: 'not_allowed' },
    { but: { item: undefined }, problem: 'missing_field' },
    { but: { person: 'somebody' }, problem: 'additional_field' },
  ],
}
