import { createHash } from 'node:crypto'
import type { Db } from '../../platform/database/database.ts'
import { insertDocument, selectDocument } from './public-document.store.ts'
import type { Tx } from './transaction.ts'

/**
 * Keeps a document that a record names by its hash, for anybody to read: nothing personal in it.
 * @returns SHA-256 of its bytes, hexadecimal
 */
export async function publishDocument(tx: Tx, body: Buffer): Promise<string> {
  const hash = createHash('sha256').update(body).digest()
  await insertDocument(tx.db, tx.villageId, hash, body)
  return hash.toString('hex')
}

/**
 * A public document by the SHA-256 of its bytes (hexadecimal); null when there is none.
 * @throws Error when the stored bytes are not those of the hash
 */
export async function readDocument(
  db: Db,
  villageId: string,
  hash: string,
): Promise<Buffer | null> {
  const body = await selectDocument(db, villageId, Buffer.from(hash, 'hex'))
  if (body === null) return null
  if (createHash('sha256').update(body).digest('hex') !== hash)
    throw new Error(`document ${hash} of village ${villageId} was changed in the database`)
  return body
}
