import type { Module } from '../../platform/module.ts'
import { checkLedger } from './check-ledger.ts'

export const ledgerModule: Module<unknown> = { name: 'ledger', checks: [checkLedger] }
