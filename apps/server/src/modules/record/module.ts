import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Module } from '../../platform/module.ts'
import type { Keyring } from '../../platform/keyring.ts'
import { forgetCommandsBefore } from './command.store.ts'
import { ownRecords } from './own-records.ts'

/** An offline phone has long given up by then. */
const COMMANDS_KEPT_MILLISECONDS = 30 * 86_400_000

export interface RecordParts {
  readonly keyring: Keyring
  readonly database: Database
  readonly clock: Clock
  /** Told by the modules above, which know the villages. */
  readonly villageIds: () => Promise<readonly string[]>
}

export const recordModule: Module<RecordParts> = {
  name: 'record',
  dataBank: [ownRecords],
  jobs: ({ database, clock, villageIds }) => [
    {
      name: 'forget-commands',
      everyMinutes: 30,
      run: async () => {
        const before = new Date(clock.now().getTime() - COMMANDS_KEPT_MILLISECONDS)
        for (const villageId of await villageIds())
          await database.inVillage(villageId, (db) => forgetCommandsBefore(db, villageId, before))
      },
    },
  ],
}
