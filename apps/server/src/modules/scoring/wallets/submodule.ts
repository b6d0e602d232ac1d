import type { EventBus } from '../../../platform/events.ts'
import type { Module } from '../../../platform/module.ts'
import type { Tx } from '../../record/index.ts'
import { startEarlierWalletsJob, type WalletParts } from './start-earlier-wallets.ts'
import { startWhoJoins } from './start-wallet.ts'

export const walletsSubmodule: Module<WalletParts & { readonly events: EventBus<Tx> }> = {
  name: 'wallets',
  listen: ({ events, scoring }) => startWhoJoins(events, scoring),
  jobs: (parts) => [startEarlierWalletsJob(parts)],
}
