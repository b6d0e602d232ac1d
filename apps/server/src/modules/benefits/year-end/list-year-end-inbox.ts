import { inLanguage } from '../../../platform/http/language.ts'
import { hasAnyRole } from '../../../platform/actor.ts'
import type { InboxPart } from '../../../platform/contributions.ts'
import { readSecondPersons, waitsUntil } from '../../community/index.ts'
import { yearEndOffices } from './policy.ts'
import { selectProposed } from './year-end.store.ts'

/** Year-end share-outs that the reader could confirm as the second person. */
export const yearEndInbox: InboxPart<unknown> = {
  kinds: ['year_end_to_confirm'],
  list: async (_, { db, actor, language }) => {
    if (!hasAnyRole(actor, yearEndOffices.confirming)) return []
    const { villageId, personId } = actor
    const proposed = await selectProposed(db, villageId)
    const everybody = [personId, ...proposed.map(({ proposedBy }) => proposedBy)]
    const judge = await readSecondPersons(db, villageId, yearEndOffices, everybody)
    return proposed
      .filter((yearEnd) => judge(yearEnd, personId) === null)
      .map(({ yearEndId, titleZh, titleEn, proposedAt }) => ({
        kind: 'year_end_to_confirm',
        id: yearEndId,
        title: inLanguage(language, titleZh, titleEn),
        dueAt: waitsUntil(proposedAt).toISOString(),
        count: 1,
      }))
  },
}
