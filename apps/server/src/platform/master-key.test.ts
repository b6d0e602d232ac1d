import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { seededRandomness } from '../../test/randomness.ts'
import type { Keyring } from './keyring.ts'
import { settleMasterKey } from './master-key.ts'

let test: TestDatabase
let folder: string
let path: string
let files = 0

beforeAll(async () => {
  test = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'azalea-key-'))
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  files += 1
  path = join(folder, `server-${files}`, 'master.key')
  await test.owner.query('DELETE FROM master_key_check')
})

const settle = (opens: (keyring: Keyring) => Promise<boolean | null> = async () => null) =>
  settleMasterKey({
    path,
    database: test.database,
    randomness: seededRandomness(`key ${files}`),
    opens,
  })

describe('the master key', () => {
  it('is made once, for nobody else to read, and found again', async () => {
    const made = await settle()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await settle()).toEqual(made)
    expect(await readFile(path, 'utf8')).toBe(`${made.toString('hex')}\n`)
  })

  it('is never made anew for a database that is sealed: a restore without it is told', async () => {
    await settle()
    await rm(path)
    await expect(settle()).rejects.toThrow(/is missing, and this database is sealed with it/)
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is not made either where villages stand from before checks were kept', async () => {
    await expect(settle(async () => false)).rejects.toThrow(/is missing/)
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('is refused when it is another database’s', async () => {
    await settle()
    await writeFile(path, `${'ab'.repeat(32)}\n`)
    await expect(settle()).rejects.toThrow(/is not the one that this database is sealed with/)
    await test.owner.query('DELETE FROM master_key_check')
    await expect(settle(async () => false)).rejects.toThrow(/is not the one/)
    await settle(async () => true)
    expect((await test.owner.query('SELECT 1 FROM master_key_check')).rowCount).toBe(1)
  })

  it.each(['', 'abcd', 'x'.repeat(64), `${'ab'.repeat(32)}ff`])(
    'that is no key (%j) is told in a sentence, and left as it is',
    async (content) => {
      await settle()
      await writeFile(path, content)
      await expect(settle()).rejects.toThrow(/must be 64 hexadecimal digits/)
      expect(await readFile(path, 'utf8')).toBe(content)
    },
  )

  it('of two servers that begin at once with a key each is one', async () => {
    const first = path
    const other = join(folder, `server-${files}-b`, 'master.key')
    const began = await Promise.allSettled([
      settle(),
      settleMasterKey({
        path: other,
        database: test.database,
        randomness: seededRandomness('another'),
        opens: async () => null,
      }),
    ])
    expect(began.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(first).not.toBe(other)
  })
})
