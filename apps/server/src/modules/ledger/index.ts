export { checkLedger, type LedgerFinding } from './check-ledger.ts'
export { honourPosted, type HonourPosted } from './events.ts'
export { postAward, postAwards, reverseAwardPosting, type AwardPosting } from './post-award.ts'
export {
  readBalances,
  readEntries,
  readHonour,
  type AccountEntry,
  type EntryPage,
  type HouseholdBalances,
  type Unit,
} from './account.store.ts'
