import type { Module } from '../../../platform/module.ts'
import type { EventBus } from '../../../platform/events.ts'
import { personErased } from '../../community/index.ts'
import type { Tx } from '../../record/index.ts'
import type { ScoringParts } from '../rules/index.ts'
import { clearAnsweredObjectionsJob } from './clear-answered-words.ts'
import { clearWordsOf, keepWordsToTheAnswer } from './erased-words.store.ts'
import { escalateObjectionsJob } from './escalate-objections.ts'
import { registerObjectionRoutes } from './objection.routes.ts'

export const objectionsRoom: Module<ScoringParts & { readonly events: EventBus<Tx> }> = {
  name: 'objections',
  listen: ({ events }) =>
    events.on(personErased, async (tx, { personId, keptFileIds }) => {
      for (const fileId of await keepWordsToTheAnswer(tx.db, tx.villageId, personId))
        keptFileIds.add(fileId)
      await clearWordsOf(tx.db, tx.villageId, personId)
    }),
  routes: registerObjectionRoutes,
  jobs: (parts) => [escalateObjectionsJob(parts), clearAnsweredObjectionsJob(parts)],
}
