import type { Module } from '../../../platform/module.ts'
import { closeDayJob, type CloseDayParts } from './close-day.ts'

export const statementRoom: Module<CloseDayParts> = {
  name: 'statement',
  jobs: (parts) => [closeDayJob(parts)],
}
