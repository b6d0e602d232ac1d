export * from './records.ts'
export type { Problem, ProblemCode } from './field.ts'
export { titleOf, type KindFamily, type KindName } from './kinds.ts'
export {
  MAX_LEAF_BYTES,
  parseLeaf,
  UnreadableLeaf,
  type Leaf,
  type LeafHead,
  type LeafOfKind,
} from './leaf.ts'
export { noticeSheetWords } from './notice-sheet-words.ts'
export { roles, type Role } from './role/role-word.ts'
export {
  PSEUDONYM_CHARACTERS,
  pseudonymPurposes,
  type Pseudonym,
  type PseudonymPurpose,
} from './pseudonyms.ts'
export {
  MalformedRecord,
  type AnyKind,
  type Bilingual,
  type Json,
  type NewRecord,
  type Part,
  type PartsOf,
  type PublicOf,
} from './record-kind.ts'
