import type { Module } from '../../../platform/module.ts'
import { closeDayJob, type CloseDayParts } from './close-day.ts'
import { countSpendingJob, type CountSpendingParts } from './count-spending.ts'

export const statementSubmodule: Module<CloseDayParts & CountSpendingParts> = {
  name: 'statement',
  jobs: (parts) => [countSpendingJob(parts), closeDayJob(parts)],
}
