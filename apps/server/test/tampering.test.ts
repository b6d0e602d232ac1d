import { verifyReceiptText } from '@azalea/client'
import { photoUploaded } from '@azalea/records'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkConsistency } from '../src/check-consistency.ts'
import { eraseOneself } from '../src/modules/community/erasure/erase-oneself.ts'
import { decideConsent } from '../src/modules/community/index.ts'
import { readReceipt } from '../src/modules/log/read-receipt.ts'
import { noWitnesses } from '../src/modules/log/policy.ts'
import { Sequencer } from '../src/modules/log/sequencer.ts'
import { closeDay, countAwards } from '../src/modules/scoring/index.ts'
import { ManualClock } from '../src/platform/clock.ts'
import { nodeSuite } from '../src/platform/ed25519.ts'
import { auditSource, sequenceAll, servedLog, trustedPolicy } from './audited-log.ts'
import { seededRandomness } from './randomness.ts'
import {
  actorOf,
  createScoringVillage,
  inTx,
  nextKey,
  score,
  watchHour,
} from './scoring-village.ts'
import { addSubject } from './participation-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

const LATER = new Date('2026-03-11T00:30:00Z')
let test: TestServer
let person: TestPerson
let policy: string
let recordId: string

beforeAll(async () => {
  test = await createTestServer()
  await createScoringVillage(test)
  person = await addPerson(test, { joined: false })
  const join = { householdId: person.householdId, decision: 'join' } as const
  await decideConsent(test.server, actorOf(person), nextKey(), join)
  await score(test, person, watchHour)
  const { code: plateCode } = await addSubject(test)
  const rated = await call(test, person, 'POST', '/api/ratings', { plateCode, stars: 4 })
  expect(rated.statusCode).toBe(200)
  await score(test, person, { itemRef: 'small-low', sourceKind: 'attendance' })
  // More than one bundle: full tiles and partial ones, on two levels.
  await inTx(test, person, async (tx) => {
    for (let photo = 0; photo < 260; photo++) tx.append(photoUploaded({ public: {}, parts: [] }))
  })
  test.clock.set(LATER)
  const parts = { ...test.server, clock: test.clock, database: test.database }
  await countAwards({ ...parts, randomness: seededRandomness('lots') }, VILLAGE)
  await closeDay(parts, VILLAGE)
  await sequenceAll(test.database, VILLAGE, LATER)
  policy = await trustedPolicy(test.database, VILLAGE)
  const { rows } = await test.owner.query<{ record_id: string }>(
    "SELECT record_id FROM award WHERE village_id = $1 AND item_ref = 'watch-hour'",
    [VILLAGE],
  )
  recordId = rows[0]?.record_id ?? ''
}, 120_000)
afterAll(() => test.close())

/** What a stranger's audit finds. */
async function audit(): Promise<string[]> {
  const source = await servedLog(test.database, VILLAGE, LATER)
  try {
    const { findings } = await auditSource(source, policy)
    return [...new Set(findings.map(({ code }) => `audit: ${code}`))]
  } catch (error) {
    // A log that does not answer with what it must answer with is not audited, and the audit says so.
    return [`audit: ${String((error as { code?: string }).code)}`]
  } finally {
    await source.close()
  }
}

/** What the checks find that run before a server serves, and before it signs. */
async function startUp(): Promise<string[]> {
  const faulty = await checkConsistency(test).catch((error: Error) => [error.message])
  const faults: unknown[] = []
  const sequencer = new Sequencer(
    {
      database: test.database,
      clock: new ManualClock(LATER),
      keyring: test.server.keyring,
      publicUrl: 'http://localhost:8080',
      witnesses: () => noWitnesses,
      onFault: (fault) => void faults.push(fault),
    },
    VILLAGE,
  )
  const tick = await sequencer.tick().catch(() => 'stopped')
  await sequencer.release()
  // An alarm, and with it the log, is held until the next check: not here.
  await test.owner.query(
    "UPDATE log_head SET alarm = NULL, alarm_detail = NULL, alarm_since = NULL, leased_until = '-infinity'",
  )
  return [
    ...(faulty.length > 0 ? ['start-up: data'] : []),
    ...(tick === 'stopped' ? ['start-up: log'] : []),
  ]
}

/** What the browser says to the person whose record it is. */
async function browser(): Promise<string[]> {
  const parts = {
    database: test.database,
    clock: new ManualClock(LATER),
    keyring: test.server.keyring,
    publicUrl: 'http://localhost:8080',
    witnesses: () => noWitnesses,
  }
  try {
    const receipt = await readReceipt(parts, actorOf(person), recordId)
    const trust = { policy, head: null, readTile: () => new Uint8Array() }
    const report = await verifyReceiptText(nodeSuite, trust, receipt)
    return report.state === 'proved' ? [] : [`browser: ${report.state}`]
  } catch {
    return ['receipt: not made']
  }
}

const noticedBy = async () => [...(await audit()), ...(await startUp()), ...(await browser())]

/** Changes one byte of a column, asks everybody, and changes it back. */
async function flip(column: string, from: string, byte = 0): Promise<string[]> {
  const [table] = from.split(' ')
  const flipped = `set_byte(${column}, ${byte}, get_byte(${column}, ${byte}) # 1)`
  return change(
    `UPDATE ${table} SET ${column} = ${flipped} WHERE ctid = (SELECT ctid FROM ${from} LIMIT 1)`,
  )
}

/** The same for a text: what `from` says becomes what `to` says, of the same length. */
async function swap(column: string, table: string, from: string, to: string): Promise<string[]> {
  const type = column === 'body' ? 'jsonb' : 'text'
  const replace = (a: string, b: string) =>
    `UPDATE ${table} SET ${column} = replace(${column}::text, '${a}', '${b}')::${type}
     WHERE village_id = '${VILLAGE}' AND ${column}::text LIKE '%${a}%'`
  return change(replace(from, to), replace(to, from))
}

/** The same for a number. */
function count(column: string, from: string): Promise<string[]> {
  const set = (step: string) =>
    `UPDATE ${from.replace(' WHERE', ` SET ${column} = ${column} ${step} WHERE`)}`
  return change(set('+ 1'), set('- 1'))
}

async function change(forth: string, back = forth): Promise<string[]> {
  const changed = await test.owner.query(forth).catch((error: unknown) => error)
  if (changed instanceof Error)
    return [`constraint: ${(changed as { constraint?: string }).constraint}`]
  expect((changed as { rowCount: number }).rowCount).toBe(1)
  const noticed = await noticedBy()
  await test.owner.query(back)
  return noticed
}

/**
 * Where a bundle holds a character of the name of a photo's entry, on which nothing else rests, and
 * which stays one of the alphabet of names when its lowest bit is changed.
 */
async function byteOfName(path: string): Promise<number> {
  const { rows } = await test.owner.query<{ bytes: Buffer }>(
    `SELECT bytes FROM log_tile WHERE ${inVillage} AND path = '${path}'`,
  )
  const text = rows[0]?.bytes.toString('latin1') ?? ''
  const entry = /"id":"([^"]+)","kind":"photo\.uploaded"/d.exec(text)
  const start = entry?.indices?.[1]?.[0] ?? -1
  const within = entry?.[1]?.search(/[0-9B-Yb-y]/) ?? -1
  if (start < 0 || within < 0) throw new Error(`${path} holds no entry of a photo`)
  return start + within
}

const inVillage = `village_id = '${VILLAGE}'`

/** What is stored, and who notices one changed byte of it. The table of docs/threat-model.md. */
describe('one byte changed in the database by its owner', () => {
  it('is nothing at first', async () => {
    expect(await noticedBy()).toEqual([])
  })

  it('is noticed in a record’s leaf', async () => {
    expect(await flip('leaf', `record WHERE record_id = '${recordId}'`, 40)).toEqual([
      'start-up: data',
      'browser: refused',
    ])
    expect(await flip('leaf', `record WHERE kind = 'day.closed' AND ${inVillage}`, 9)).toEqual([
      'start-up: data',
    ])
  })

  it('is noticed in what is sealed behind a leaf', async () => {
    const noticed = await flip('sealed', `record_part WHERE record_id = '${recordId}'`, 60)
    expect(noticed).toEqual(['receipt: not made'])
  })

  it('is noticed in tiles, full and partial, on every level', async () => {
    const everybody = ['audit: tile_wrong', 'start-up: data', 'start-up: log', 'receipt: not made']
    const tile = (path: string, byte: number) =>
      flip('bytes', `log_tile WHERE ${inVillage} AND path = '${path}'`, byte)
    expect(await tile('tile/0/000', 700)).toEqual(everybody)
    expect(await tile('tile/0/001', 33)).toEqual(everybody)
    expect(await tile('tile/1/000', 5)).toEqual(['audit: tile_wrong', 'start-up: log'])
  })

  it('is noticed in entry bundles', async () => {
    const bundle = (path: string, byte: number) =>
      flip('bytes', `log_tile WHERE ${inVillage} AND path = '${path}'`, byte)
    for (const path of ['tile/entries/000', 'tile/entries/001'])
      expect(await bundle(path, await byteOfName(path))).toEqual([
        'audit: tile_wrong',
        'audit: root_wrong',
      ])
    // A byte of a kind's word: the entry's own judge says so as well.
    const { rows } = await test.owner.query<{ at: number }>(
      `SELECT position('photo.uploaded'::bytea in bytes) - 1 AS at FROM log_tile
       WHERE ${inVillage} AND path = 'tile/entries/001'`,
    )
    expect(await bundle('tile/entries/001', rows[0]?.at ?? 0)).toEqual([
      'audit: tile_wrong',
      'audit: kind_unknown',
      'audit: root_wrong',
    ])
    // The length of an entry: nothing after it can be read.
    expect(await bundle('tile/entries/001', 1)).toEqual([
      'audit: bundle_wrong',
      'audit: root_wrong',
    ])
  })

  it('is noticed in the head', async () => {
    expect(await flip('root_hash', `log_head WHERE ${inVillage}`)).toEqual(['start-up: log'])
  })

  it('is noticed in the checkpoint and in its signature', async () => {
    const { rows } = await test.owner.query<{ note: string }>(
      'SELECT published_note AS note FROM log_head WHERE village_id = $1',
      [VILLAGE],
    )
    const [, , root = '', , signature = ''] = rows[0]?.note.split('\n') ?? []
    for (const [line, browserSays] of [
      [root, 'receipt: not made'],
      [signature, 'browser: refused'],
    ] as const) {
      const at = line.length - 9
      const other = `${line.slice(0, at)}${line[at] === 'A' ? 'B' : 'A'}${line.slice(at + 1)}`
      expect(await swap('published_note', 'log_head', line, other)).toEqual([
        'audit: checkpoint_untrusted',
        'start-up: log',
        browserSays,
      ])
    }
  })

  it('is noticed in balances, entries and awards', async () => {
    const account = `ledger_account WHERE ${inVillage} AND account_id = 'honour/household/${person.householdId}'`
    expect(await count('balance', account)).toEqual(['start-up: data'])
    const entry = `(SELECT ctid FROM entry WHERE ${inVillage} ORDER BY transfer_id, line LIMIT 1)`
    expect(await count('amount', `entry WHERE ctid = ${entry}`)).toEqual(['start-up: data'])
    const award = `award WHERE ${inVillage} AND state = 'final' AND item_ref = 'small-low'`
    expect(await count('points_hundredths', award)).toEqual(['start-up: data'])
  })

  it('is noticed in a rule sheet', async () => {
    expect(await flip('body', `public_document WHERE ${inVillage}`, 50)).toEqual([
      'constraint: public_document_check',
    ])
    expect(await flip('body_hash', `rule_sheet WHERE ${inVillage}`)).toEqual(['start-up: data'])
    const [was, is] = ['"pointsHundredths": 1500', '"pointsHundredths": 1501']
    expect(await swap('body', 'rule_sheet', was, is)).toEqual(['start-up: data'])
  })
})

it('erasing a person leaves every proof valid, and nothing of theirs to read', async () => {
  await eraseOneself(test.server, actorOf(person, 'villager'), nextKey(), { name: person.name })
  await sequenceAll(test.database, VILLAGE, LATER)
  expect(await noticedBy()).toEqual(['receipt: not made'])
})
