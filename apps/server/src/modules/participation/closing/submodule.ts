import type { Module } from '../../../platform/module.ts'
import type { ParticipationParts } from '../ground/parts.ts'
import { registerClosingRoutes } from './closing.routes.ts'
import { clearJudgedWordsJob, eraseJudgedWords } from './erase-judged-words.ts'

export const closingSubmodule: Module<ParticipationParts> = {
  name: 'closing',
  erase: [eraseJudgedWords],
  routes: registerClosingRoutes,
  jobs: (parts) => [clearJudgedWordsJob(parts)],
}
