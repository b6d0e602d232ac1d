import type { Module } from '../../platform/module.ts'
import { checkLeaves, checkQueue } from './check-leaves.store.ts'
import { logDuties } from './duties.ts'
import { registerLogRoutes } from './log.routes.ts'
import { registerOpeningRoutes } from './openings/opening.routes.ts'
import type { OpeningParts } from './parts.ts'
import { readPaperReceipts } from './read-receipt.ts'
import { registerReceiptRoutes } from './receipt.routes.ts'

export const logModule: Module<OpeningParts> = {
  name: 'log',
  routes: (http, parts) => {
    registerLogRoutes(http, parts)
    registerReceiptRoutes(http, parts)
    registerOpeningRoutes(http, parts)
  },
  paper: [{ receipts: readPaperReceipts }],
  checks: [checkLeaves, checkQueue],
  duties: [logDuties],
}
