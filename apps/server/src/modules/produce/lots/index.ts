export { openLot, type LotToOpen, type OpenedLot } from './open-lot.ts'
export { weighLotAgain } from './weigh-lot-again.ts'
export { bringLot } from './bring-lot.ts'
export { readLots } from './read-lots.ts'
export { readableNumber } from './lot-number.ts'
export { lockLots, selectLots, takeFromLot, type HarvestLot } from './lot.store.ts'
export {
  endHold,
  insertHold,
  lockHold,
  lockHolds,
  proposeLift,
  selectHeldLots,
  selectHolds,
  selectPackHeldSince,
  type Held,
  type Hold,
} from './hold.store.ts'
export { packers, packReaders } from './policy.ts'
export { someGrams } from './schema.ts'
export { reaches, type LotTables, type Reach } from './tables.ts'
export type { LotParts } from './parts.ts'
export { lotsSubmodule } from './submodule.ts'
