import { readOwnRecords } from '../src/modules/record/index.ts'
import { VILLAGE, type TestServer } from './server.ts'

/** What the book holds of a person of the first village, newest first. */
export function recordsOf({ database, server }: TestServer, personId: string) {
  const page = { beforeRecordId: null, limit: 50 }
  return database.inVillage(VILLAGE, (db) =>
    readOwnRecords(db, server.keyring, VILLAGE, personId, page),
  )
}
