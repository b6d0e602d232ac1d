import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Database } from './database/database.ts'
import type { Randomness } from './identity.ts'
import { KEY_BYTES, Keyring } from './keyring.ts'
import { StartError } from './startup-checks.ts'
import { insertKeyCheck, selectKeyCheck } from './master-key.store.ts'

export interface MasterKeyParts {
  /** The file: 64 hexadecimal digits. All servers of one database share it. */
  readonly path: string
  readonly database: Database
  readonly randomness: Randomness
  /**
   * Whether a key opens what the database holds; null when it holds nothing sealed. Asked only of a
   * database from before checks were kept.
   */
  readonly opens: (keyring: Keyring) => Promise<boolean | null>
}

/**
 * The key that this database is sealed with. A new one is made only where nothing is sealed: a server
 * that came up with another key would look well and open nothing, sign nothing, let nobody in.
 * @throws StartError when it is missing, is no key, or is another database's
 */
export async function settleMasterKey(parts: MasterKeyParts): Promise<Buffer> {
  const { path, database, randomness } = parts
  const kept = await database.outsideVillages(selectKeyCheck)
  const found = await readKey(path)
  if (found !== null) return requireFitting(parts, found, kept)
  const isSealed = kept !== null || (await parts.opens(newKeyring(randomness))) !== null
  if (isSealed)
    throw new StartError(
      `The master key ${path} is missing, and this database is sealed with it. Put back the copy that you keep apart from the data folder; without it nothing sealed can be opened, and no new key can take its place.`,
    )
  return requireFitting(parts, await makeKey(path, randomness), kept)
}

async function requireFitting(
  { path, database, randomness, opens }: MasterKeyParts,
  key: Buffer,
  kept: string | null,
): Promise<Buffer> {
  const keyring = new Keyring(key, randomness)
  const fits = kept === null ? (await opens(keyring)) !== false : kept === keyring.checkValue()
  if (fits && kept === null) {
    await database.outsideVillages((db) => insertKeyCheck(db, keyring.checkValue()))
    // Of two servers that began with a key each, one has kept its check.
    const settled = await database.outsideVillages(selectKeyCheck)
    return requireFitting({ path, database, randomness, opens }, key, settled)
  }
  if (fits) return key
  throw new StartError(
    `The master key ${path} is not the one that this database is sealed with. Put back the key that belongs to it, or point AZALEA_DATA and DATABASE_URL at what belongs together.`,
  )
}

const newKeyring = (randomness: Randomness) => new Keyring(randomness.bytes(KEY_BYTES), randomness)

/** Null when there is no file. @throws StartError when what it holds is no key */
async function readKey(path: string): Promise<Buffer | null> {
  let text: string
  try {
    text = (await readFile(path, 'utf8')).trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new StartError(`The master key ${path} cannot be read (${code ?? String(error)}).`)
  }
  if (!/^[0-9a-fA-F]{64}$/.test(text))
    throw new StartError(
      `The master key ${path} must be ${KEY_BYTES * 2} hexadecimal digits; it holds ${text.length} characters. Put back the copy that you keep apart.`,
    )
  return Buffer.from(text, 'hex')
}

/** Readable by this user only, and on disk (with its folder entry) before anything is wrapped with it. */
async function makeKey(path: string, randomness: Randomness): Promise<Buffer> {
  const key = randomness.bytes(KEY_BYTES)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // Whole before it has its name: a crash leaves no half a key, and of two starts one gives its key.
  const unfinished = `${path}.${process.pid}.unfinished`
  const file = await open(unfinished, 'w', 0o600)
  try {
    await file.writeFile(`${key.toString('hex')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(unfinished, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(unfinished)
  }
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
  return (await readKey(path)) ?? key
}
