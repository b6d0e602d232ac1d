import { anyRows, type DataBankPart } from '../../../platform/contributions.ts'
import { readOwnActivities } from './read-own-activities.ts'

export const ownActivities: DataBankPart<unknown> = {
  shape: { activities: anyRows, shifts: anyRows },
  counted: {
    shifts: { zh: '我报名的班次', en: 'Shifts that I signed up for' },
    activities: { zh: '我发起或带队的活动', en: 'Activities that I initiated or led' },
  },
  read: (_, { db, actor }) => readOwnActivities(db, actor.villageId, actor.personId),
}
