export { packLots, type PackLotsInput } from './packing/pack-lots.ts'
export {
  selectPack,
  selectPackingByNumber,
  selectTaken,
  type Pack,
  type Packing,
} from './packing/packing.store.ts'
export { selectGtinVillage } from './gtins/gtin.store.ts'
export { selectNamedPacks } from './packing/named-pack.store.ts'
export { confirmLift } from './recall/confirm-lift.ts'
export { placeHold } from './recall/place-hold.ts'
export { proposeLift } from './recall/propose-lift.ts'
export { selectReached, type Reached } from './recall/reached.store.ts'
export { resolveHeld } from './recall/resolve-held.ts'
export { recallers } from './policy.ts'
export type { PackParts } from './parts.ts'
export { refuse as packRefusals } from './refusals.ts'
export { packsSubmodule } from './submodule.ts'
