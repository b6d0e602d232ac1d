import type { EventBus } from '../../../platform/events.ts'
import type { Module } from '../../../platform/module.ts'
import type { Tx } from '../../record/index.ts'
import { tellWhoJoins } from './announce-closing.ts'
import { closeWhatComesBack } from './close-what-came-back.ts'
import { selectUnevenClosed } from './closing.store.ts'
import { runWalletYearJob } from './run-wallet-year.ts'
import { startEarlierWalletsJob, type WalletParts } from './start-earlier-wallets.ts'
import { startWhoJoins } from './start-wallet.ts'
import { registerWalletRoutes } from './wallet.routes.ts'

export const walletsSubmodule: Module<WalletParts & { readonly events: EventBus<Tx> }> = {
  name: 'wallets',
  listen: ({ events, scoring }) => {
    startWhoJoins(events, scoring)
    tellWhoJoins(events)
    closeWhatComesBack(events)
  },
  routes: registerWalletRoutes,
  jobs: (parts) => [startEarlierWalletsJob(parts), runWalletYearJob(parts)],
  checks: [selectUnevenClosed],
}
