export { ledgerModule } from './module.ts'
export {
  fundOf,
  holdOf,
  householdOf,
  issuerOf,
  sellerOf,
  type Account,
  type PointsUnit,
  type Unit,
} from './account-kinds.ts'
export { readBalance } from './balance.store.ts'
export { checkLedger } from './check-ledger.ts'
export { honourPosted, pointsCameBack, type HonourPosted, type PointsCameBack } from './events.ts'
export { CLOSE, dropPoints, noteInWeek, type Drop } from './drop-points.ts'
export { giftPoints, type PointsGift } from './gift-points.ts'
export { lockWallets } from './lock-wallets.ts'
export { holdPoints, releaseHold, type Hold } from './hold-points.ts'
export { openAccount } from './open-account.ts'
export { refundPoints, spendPoints, type Refund, type Spending } from './spend-points.ts'
export {
  readCountedSpent,
  selectHouseholdsToCount,
  takeSpendings,
  type CountedSpending,
} from './spending.store.ts'
export {
  readHeld,
  readMoved,
  readWallets,
  selectPosted,
  selectWallets,
  takeUntold,
  type Untold,
  type WalletHolding,
} from './moved.store.ts'
export type { Cause, Line, Posting } from './posting.ts'
export { reverseTransfers, transfer, transferAll } from './transfer.ts'
export {
  readBalances,
  readEntries,
  readHonour,
  readHonourPostings,
  type AccountEntry,
  type EntryPage,
  type HonourPosting,
  type HouseholdBalances,
} from './account.store.ts'
