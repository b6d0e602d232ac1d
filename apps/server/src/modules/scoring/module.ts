import type { EventBus } from '../../platform/events.ts'
import { joinSubmodules, type Module } from '../../platform/module.ts'
import type { Tx } from '../record/index.ts'
import { type CountParts, awardsSubmodule } from './awards/index.ts'
import { deedsSubmodule } from './deeds/index.ts'
import { type NoticeSheetParts, noticesSubmodule } from './notices/index.ts'
import { objectionsSubmodule } from './objections/index.ts'
import { repairsSubmodule } from './repairs/index.ts'
import { type ScoringParts, rulesSubmodule } from './rules/index.ts'
import { sandboxSubmodule } from './sandbox/index.ts'
import { walletsSubmodule, type WalletParts } from './wallets/index.ts'
import {
  type CloseDayParts,
  type CountSpendingParts,
  statementSubmodule,
} from './statement/index.ts'

type Parts = ScoringParts &
  CountParts &
  CloseDayParts &
  NoticeSheetParts &
  CountSpendingParts &
  WalletParts & { readonly events: EventBus<Tx> }

/** Each submodule knows those before it, by their doors, and none after it. */
export const scoringModule: Module<Parts> = joinSubmodules<Parts>('scoring', [
  rulesSubmodule,
  awardsSubmodule,
  walletsSubmodule,
  deedsSubmodule,
  repairsSubmodule,
  sandboxSubmodule,
  noticesSubmodule,
  statementSubmodule,
  objectionsSubmodule,
])
