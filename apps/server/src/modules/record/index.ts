export { recordModule } from './module.ts'
export { createAct, type Act, type ActParts } from './act.ts'
export type { Command } from './command.ts'
export { canonicalBytes, commitmentTo } from './leaf.ts'
export { erasePersonKey } from './erase-person.ts'
export { readAcceptedCommands } from './replay.ts'
export { openParts, type OpenedPart } from './open-parts.ts'
export { rehearse, type RehearsalParts } from './rehearse.ts'
export { readOwnRecords, type OwnRecord } from './read-own-records.ts'
export {
  makeHolderCode,
  outsideKeyPattern,
  outsideKeys,
  readOutsideKey,
  type OutsideKey,
} from './outside-key.ts'
export { publishDocument, readDocument } from './public-document.ts'
export { countRecords, readLeaf, readRecordKind } from './record.store.ts'
export { refuse as recordRefusals } from './refusals.ts'
export type { Tx } from './transaction.ts'
export { opensSecret, VillageSecrets, type VillageSecret } from './village-secret.ts'
