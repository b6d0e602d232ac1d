import { benefitsModule } from './modules/benefits/index.ts'
import { communityModule } from './modules/community/index.ts'
import { ledgerModule } from './modules/ledger/index.ts'
import { logModule } from './modules/log/index.ts'
import { moneyModule } from './modules/money/index.ts'
import { participationModule } from './modules/participation/index.ts'
import { recordModule } from './modules/record/index.ts'
import { produceModule } from './modules/produce/index.ts'
import { overviewModule } from './modules/overview/index.ts'
import { scoringModule } from './modules/scoring/index.ts'
import { standingModule } from './modules/standing/index.ts'
import type { Parts } from './parts.ts'
import type { Job } from './platform/jobs.ts'
import type { Module } from './platform/module.ts'

/** Every module of the server, from the lowest tier up. */
export const modules: readonly Module<Parts>[] = [
  recordModule,
  communityModule,
  ledgerModule,
  moneyModule,
  scoringModule,
  standingModule,
  participationModule,
  benefitsModule,
  produceModule,
  logModule,
  overviewModule,
]

/** What the clock asks of every village. */
export function jobsOf(parts: Parts, of: readonly Module<Parts>[] = modules): Job[] {
  return of.flatMap(({ jobs }) => jobs?.(parts) ?? [])
}
