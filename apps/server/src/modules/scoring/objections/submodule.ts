import { objectionsDuties } from './duties.ts'
import { eraseWords } from './erase-words.ts'
import { objectionsInbox } from './list-due-objections.ts'
import { ownObjections } from './own-objections.ts'
import type { Module } from '../../../platform/module.ts'
import type { ScoringParts } from '../rules/index.ts'
import { clearAnsweredObjectionsJob } from './clear-answered-words.ts'
import { escalateObjectionsJob } from './escalate-objections.ts'
import { registerObjectionRoutes } from './objection.routes.ts'

export const objectionsSubmodule: Module<ScoringParts> = {
  name: 'objections',
  erase: [eraseWords],
  routes: registerObjectionRoutes,
  jobs: (parts) => [escalateObjectionsJob(parts), clearAnsweredObjectionsJob(parts)],
  inbox: [objectionsInbox],
  dataBank: [ownObjections],
  duties: [objectionsDuties],
}
