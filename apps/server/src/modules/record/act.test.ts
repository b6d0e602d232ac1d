import { deedDecided, type Pseudonym } from '@azalea/records'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addPerson,
  createTestServer,
  OTHER_VILLAGE,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../test/server.ts'
import type { Actor } from '../../platform/actor.ts'
import { Keyring } from '../../platform/keyring.ts'
import { seededRandomness } from '../../../test/randomness.ts'
import {
  commitmentTo,
  erasePersonKey,
  readAcceptedCommands,
  readOwnRecords,
  type Tx,
} from './index.ts'

let test: TestServer
let person: TestPerson
let actor: Actor
const keyring = new Keyring(Buffer.alloc(32, 7), seededRandomness('reader'))

beforeAll(async () => {
  test = await createTestServer()
  person = await addPerson(test)
  actor = { ...person, roles: new Set(['villager']), leadsGroupNo: null }
})
afterAll(() => test.close())

const deed = 'D'.repeat(22) as Pseudonym<'deed'>
const award = 'A'.repeat(22) as Pseudonym<'award'>
const note = (tx: Tx, personId: string, words: string) =>
  tx.append(
    deedDecided({
      public: { deed, decision: 'refuse' },
      parts: [{ personId, payload: { contribution: 'C', decidedBy: 'D', reason: words } }],
    }),
  )

const countRecords = async (villageId = VILLAGE) =>
  Number(
    (await test.owner.query('SELECT count(*) FROM record WHERE village_id = $1', [villageId]))
      .rows[0].count,
  )

describe('act', () => {
  it('writes no record of another shape than its kind’s', async () => {
    const before = await countRecords()
    const command = { name: 'note', actor, key: 'shape-01', input: {} }
    const facts = { public: { deed, decision: 'refuse' as const }, parts: [] }
    const write = (fields: object) =>
      test.server.act(command, async (tx) => {
        // What a spread brings along the compiler does not see.
        tx.append(deedDecided({ ...facts, public: { ...facts.public, ...fields } }))
        return {}
      })
    await expect(write({ earnerName: '陈珍月' })).rejects.toThrow('additional_field')
    await expect(write({ deed: undefined })).rejects.toThrow('missing_field')
    // @ts-expect-error nothing but a kind makes a record
    const byHand = (tx: Tx) => tx.append({ kind: 'deed.decided', public: {}, parts: [] })
    // @ts-expect-error a deed's name is no award's
    const misnamed = () => deedDecided({ ...facts, public: { ...facts.public, deed: award } })
    expect([typeof byHand, typeof misnamed]).toEqual(['function', 'function'])
    expect(await countRecords()).toBe(before)
  })

  it('takes no record under an id of an earlier command: the log is in the order of ids', async () => {
    const command = (key: string) => ({ name: 'note', actor, key, input: {} })
    const { id } = await test.server.act(command('moment-1'), async (tx) => ({ id: tx.newId() }))
    test.clock.advanceMinutes(1)
    const before = await countRecords()
    const noteAs = (key: string, recordIdOf: (tx: Tx) => string) =>
      test.server.act(command(key), async (tx) => {
        const payload = { contribution: 'C', decidedBy: 'D', reason: 'a' }
        const parts = [{ personId: person.personId, payload }]
        const recordId = recordIdOf(tx)
        tx.append(deedDecided({ recordId, public: { deed, decision: 'refuse' }, parts }))
        return {}
      })
    await expect(noteAs('moment-2', () => id)).rejects.toThrow('of another moment')
    await expect(noteAs('moment-3', () => 'f'.repeat(8) + id.slice(8))).rejects.toThrow('moment')
    expect(await countRecords()).toBe(before)
    await noteAs('moment-4', (tx) => tx.newId())
    expect(await countRecords()).toBe(before + 1)
  })

  it('appends the record and gives the first answer to a replay, changing nothing', async () => {
    const before = await countRecords()
    const command = { name: 'note', actor, key: 'replay-1', input: { words: 'a' } }
    const run = () =>
      test.server.act(command, async (tx) => {
        note(tx, person.personId, 'a')
        return { id: tx.newId() }
      })
    const first = await run()
    expect(await run()).toEqual(first)
    expect(await countRecords()).toBe(before + 1)
  })

  it('refuses a key that came with another request', async () => {
    const act = (words: string) =>
      test.server.act({ name: 'note', actor, key: 'reuse-1', input: { words } }, async () => ({}))
    await act('a')
    await expect(act('b')).rejects.toMatchObject({ code: 'idempotency_key_reused' })
  })

  it('answers from memory what was accepted under keys of one beginning, as the path itself would', async () => {
    const command = { name: 'note', actor, key: 'whole-1', input: { words: 'a' } }
    const answer = await test.server.act(command, async () => ({ words: 'a' }))
    const accepted = await test.server.database.inVillage(VILLAGE, (db) =>
      readAcceptedCommands(db, VILLAGE, 'whole-'),
    )
    expect(accepted.replay(command)).toEqual({ answer })
    expect(accepted.latestAt).toEqual(test.clock.now())
    expect(accepted.replay({ ...command, key: 'whole-2' })).toBeNull()
    expect(accepted.replay({ ...command, actor: { ...actor, personId: deed } })).toBeNull()
    expect(() => accepted.replay({ ...command, input: { words: 'b' } })).toThrow(
      expect.objectContaining({ code: 'idempotency_key_reused' }),
    )
  })

  it('acts once when the same key arrives many times at once', async () => {
    const before = await countRecords()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        test.server.act({ name: 'note', actor, key: 'race-1', input: {} }, async (tx) => {
          note(tx, person.personId, 'race')
          return { id: tx.newId() }
        }),
      ),
    )
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(await countRecords()).toBe(before + 1)
  })

  it('leaves nothing behind when the action refuses: no record, no claimed key', async () => {
    const before = await countRecords()
    const command = { name: 'note', actor, key: 'refused-1', input: {} }
    const refused = test.server.act(command, async (tx) => {
      note(tx, person.personId, 'x')
      throw new Error('no')
    })
    await expect(refused).rejects.toThrow('no')
    expect(await countRecords()).toBe(before)
    expect(await test.server.act(command, async () => 'later')).toBe('later')
  })

  it('undoes what a replay has begun before it is known for one', async () => {
    await test.owner.query('CREATE TABLE noted_twice (words text)')
    await test.owner.query('GRANT ALL ON noted_twice TO azalea_app')
    const command = { name: 'note', actor, key: 'begun-1', input: {} }
    const run = () =>
      test.server.act(command, async (tx) => {
        await sql`INSERT INTO noted_twice VALUES ('x')`.execute(tx.db)
        tx.write(sql`INSERT INTO noted_twice VALUES ('y')`.execute(tx.db))
        return tx.newId()
      })
    const answers = [await run(), await run(), ...(await Promise.all([run(), run()]))]
    expect(new Set(answers).size).toBe(1)
    expect((await test.owner.query('TABLE noted_twice')).rowCount).toBe(2)
    await test.owner.query('DROP TABLE noted_twice')
  })

  it('lets a write travel with the commit: when it fails it is told, and nothing is kept', async () => {
    const before = await countRecords()
    const command = { name: 'note', actor, key: 'write-1', input: {} }
    const noteFile = (fileId: string) =>
      test.server.act(command, async (tx) => {
        note(tx, person.personId, 'x')
        tx.write(sql`INSERT INTO note_file VALUES (${fileId})`.execute(tx.db))
        tx.write(sql`SELECT 1`.execute(tx.db))
        return fileId
      })
    await test.owner.query('CREATE TABLE note_file (file_id text PRIMARY KEY)')
    await test.owner.query('GRANT ALL ON note_file TO azalea_app')
    await test.owner.query("INSERT INTO note_file VALUES ('taken')")
    await expect(noteFile('taken')).rejects.toMatchObject({ code: '23505' })
    expect(await countRecords()).toBe(before)
    expect(await noteFile('free')).toBe('free')
    expect(await countRecords()).toBe(before + 1)
    await test.owner.query('DROP TABLE note_file')
  })

  it('runs follow-ups after the commit and only then', async () => {
    let seen = -1
    const before = await countRecords()
    await test.server.act({ name: 'note', actor, key: 'after-1', input: {} }, async (tx) => {
      note(tx, person.personId, 'x')
      tx.afterCommit(() => (seen = before))
      expect(seen).toBe(-1)
      return null
    })
    expect(seen).toBe(before)
  })
})

describe('a record', () => {
  it('holds nothing personal in clear, and its commitment opens with salt and payload', async () => {
    const writer = await addPerson(test)
    await test.server.act(
      { name: 'note', actor: { ...actor, ...writer }, key: 'leaf-0001', input: {} },
      async (tx) => {
        note(tx, writer.personId, '陈家菜地真整齐')
        return null
      },
    )
    const [own] = await test.database.inVillage(VILLAGE, (db) =>
      readOwnRecords(db, keyring, VILLAGE, writer.personId, { beforeRecordId: null, limit: 5 }),
    )
    expect(own?.payload).toBe('{"contribution":"C","decidedBy":"D","reason":"陈家菜地真整齐"}')
    expect(own?.leaf).not.toContain('陈家')
    expect(own?.leaf).not.toContain(writer.personId)
    const leaf = JSON.parse(own?.leaf ?? '')
    expect(leaf.commitments).toEqual([
      commitmentTo(Buffer.from(own?.payload ?? ''), own?.salt ?? Buffer.alloc(0)),
    ])
  })

  it('cannot be updated or deleted by the role the server works as', async () => {
    for (const table of ['record', 'record_part', 'transfer', 'entry'])
      for (const statement of [
        `UPDATE ${table} SET village_id = village_id`,
        `DELETE FROM ${table}`,
      ]) {
        await test.owner.query('BEGIN; SET LOCAL ROLE azalea_app')
        await expect(test.owner.query(statement)).rejects.toThrow('permission denied')
        await test.owner.query('ROLLBACK')
      }
  })

  it('becomes unreadable for good when its person is erased, while every leaf stays', async () => {
    const gone = await addPerson(test)
    const asGone = { ...actor, ...gone }
    await test.server.act(
      { name: 'note', actor: asGone, key: 'erase-001', input: {} },
      async (tx) => {
        note(tx, gone.personId, '秘密')
        return null
      },
    )
    const leaves = () =>
      test.owner.query('SELECT leaf FROM record ORDER BY record_id').then(({ rows }) => rows)
    const before = await leaves()
    await test.server.act({ name: 'erase', actor, key: 'erase-002', input: {} }, async (tx) => {
      await erasePersonKey(tx, gone.personId)
      return null
    })
    const read = () =>
      test.database.inVillage(VILLAGE, (db) =>
        readOwnRecords(db, keyring, VILLAGE, gone.personId, { beforeRecordId: null, limit: 5 }),
      )
    expect(await read()).toEqual([])
    expect(await leaves()).toEqual(before)
    // A later record about the same person makes no new key: it keeps its commitment only.
    await test.server.act({ name: 'note', actor, key: 'erase-003', input: {} }, async (tx) => {
      note(tx, gone.personId, '又写一次')
      return null
    })
    expect(await read()).toEqual([])
    const { rows } = await test.owner.query('SELECT 1 FROM record_part WHERE person_id = $1', [
      gone.personId,
    ])
    expect(rows).toHaveLength(1)
  })
})

describe('row-level security', () => {
  it('shows nothing to a query that names no village, and only its own to one that does', async () => {
    await addPerson(test, { villageId: OTHER_VILLAGE })
    const count = 'SELECT count(*)::int AS n FROM person'
    const seenIn = async (villageId: string | null) => {
      await test.owner.query('BEGIN; SET LOCAL ROLE azalea_app')
      if (villageId) await test.owner.query(`SET LOCAL azalea.village_id = '${villageId}'`)
      const { rows } = await test.owner.query(count)
      await test.owner.query('ROLLBACK')
      return rows[0].n
    }
    expect(await seenIn(null)).toBe(0)
    expect(await seenIn(OTHER_VILLAGE)).toBe(1)
    expect(await seenIn(VILLAGE)).toBeGreaterThan(1)
  })

  it('binds every table that has a village, but for the named reference tables', async () => {
    const { rows } = await test.owner.query<{ name: string; bound: boolean }>(`
      SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity
             AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) AS bound
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1`)
    const unbound = rows.filter((row) => !row.bound).map((row) => row.name)
    expect(unbound).toEqual([
      'gtin_directory',
      'ledger_account_kind',
      'master_key_check',
      'plate_directory',
      'schema_migration',
      'session',
      'sign_in_code',
      'sign_in_device',
      'sign_in_identity',
      'sign_in_request',
      'village',
      'wechat_code_request',
      'wechat_directory',
    ])
  })

  it('begins every primary key of a bound table with the village', async () => {
    const { rows } = await test.owner.query<{ name: string; first: string }>(`
      SELECT c.relname AS name, a.attname AS first
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE i.indisunique AND c.relrowsecurity`)
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter((row) => row.first !== 'village_id')).toEqual([])
  })
})
