export { checkLedger, type LedgerFinding } from './check-ledger.ts'
export { honourPosted, type HonourPosted } from './events.ts'
export { postAward, postAwards, reverseAwardPosting, type AwardPosting } from './post-award.ts'
export {
  readBalances,
  readEntries,
  readHonour,
  readHonourPostings,
  sumSpent,
  type AccountEntry,
  type EntryPage,
  type HonourPosting,
  type HouseholdBalances,
  type Unit,
} from './account.store.ts'
