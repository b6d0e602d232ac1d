import { inEveryVillage, type Job } from '../../../platform/jobs.ts'
import { selectVillageIds } from '../../community/index.ts'
import { announceClosing } from './announce-closing.ts'
import { closeWallets } from './close-wallets.ts'
import type { WalletParts } from './start-earlier-wallets.ts'

/** Announces the end of the wallets' year and does it, in every village; the log is told of a day on that day. */
export function runWalletYearJob(parts: WalletParts): Job {
  return {
    name: 'run-wallet-year',
    everyMinutes: 15,
    run: async () => {
      const villageIds = await parts.database.outsideVillages(selectVillageIds)
      await inEveryVillage(villageIds, async (villageId) => {
        await announceClosing(parts, villageId)
        await closeWallets(parts, villageId)
      })
    },
  }
}
