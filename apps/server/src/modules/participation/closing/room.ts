import type { EventBus } from '../../../platform/events.ts'
import type { Module } from '../../../platform/module.ts'
import type { Tx } from '../../record/index.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { registerClosingRoutes } from './closing.routes.ts'
import { clearJudgedWordsJob, eraseJudgedWords } from './erase-judged-words.ts'

export const closingRoom: Module<ParticipationParts & { readonly events: EventBus<Tx> }> = {
  name: 'closing',
  listen: ({ events }) => eraseJudgedWords(events),
  routes: registerClosingRoutes,
  jobs: (parts) => [clearJudgedWordsJob(parts)],
}
