import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { VILLAGE } from '../../../test/server.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { checkLedger, readBalances, readEntries, readHonourPostings } from './index.ts'

const MIGRATIONS = join(import.meta.dirname, '../../../migrations')
const household = '01890000-0000-7000-8000-00000000000a'
const earner = '01890000-0000-7000-8000-00000000000b'
const award = '01890000-0000-7000-8000-00000000000c'

/** A folder with the migrations that came before a ledger for every unit. */
async function earlierMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'azalea-earlier-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const names = (await readdir(MIGRATIONS)).toSorted()
  const first = names.findIndex((name) => name.endsWith('_ledger_of_units'))
  for (const name of names.slice(0, first))
    await cp(join(MIGRATIONS, name), join(folder, name), { recursive: true })
  return folder
}

it('carries transfers of two units over as two, with balances and order as they were', async () => {
  const test = await useTestDatabase()
  await test.owner.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  await migrate(test.connection, await earlierMigrations())
  await test.owner.query(`
    INSERT INTO village (village_id, name, town_name, opt_in_text, created_at)
      VALUES ('${VILLAGE}', '大石盖村', '戴村镇', '愿意', now());
    INSERT INTO ledger_account VALUES
      ('${VILLAGE}', 'honour/household/${household}', 'honour', 'household', '${household}', 0, now()),
      ('${VILLAGE}', 'wallet/household/${household}', 'wallet', 'household', '${household}', 0, now()),
      ('${VILLAGE}', 'honour/issuer/village', 'honour', 'issuer', 'village', NULL, now()),
      ('${VILLAGE}', 'wallet/issuer/village', 'wallet', 'issuer', 'village', NULL, now())`)
  const posted = [
    ['award', '01890000-0000-7000-8000-000000000001', null, 300],
    [
      'reversal',
      '01890000-0000-7000-8000-000000000002',
      '01890000-0000-7000-8000-000000000001',
      -300,
    ],
  ] as const
  for (const [kind, transferId, corrects, amount] of posted) {
    await test.owner.query('INSERT INTO transfer VALUES ($1, $2, $3, $4, $5, $6)', [
      VILLAGE,
      transferId,
      kind,
      award,
      corrects,
      new Date('2026-03-02T01:00:00Z'),
    ])
    await test.owner.query(
      `INSERT INTO entry VALUES ($1, $2, 1, $3, $4, $5), ($1, $2, 2, 'honour/issuer/village', -$4::bigint, NULL),
         ($1, $2, 3, $6, $4, $5), ($1, $2, 4, 'wallet/issuer/village', -$4::bigint, NULL)`,
      [
        VILLAGE,
        transferId,
        `honour/household/${household}`,
        amount,
        earner,
        `wallet/household/${household}`,
      ],
    )
  }

  await migrate(test.connection, MIGRATIONS)

  await test.database.inVillage(VILLAGE, async (db) => {
    expect(await checkLedger(db, VILLAGE)).toEqual([])
    expect(await readBalances(db, VILLAGE, household)).toEqual({
      honourHundredths: 0,
      walletHundredths: 0,
    })
    const page = { units: ['honour', 'wallet'] as const, after: null, limit: 10 }
    const entries = await readEntries(db, VILLAGE, household, page)
    expect(entries.map(({ causeKind, unit, line }) => [causeKind, unit, line])).toEqual(
      expect.arrayContaining([
        ['reversal', 'honour', 1],
        ['reversal', 'wallet', 1],
        ['award', 'honour', 1],
        ['award', 'wallet', 1],
      ]),
    )
    expect(await readHonourPostings(db, VILLAGE, [household])).toMatchObject([
      { pointsHundredths: 300, personId: earner },
      { pointsHundredths: -300, personId: earner },
    ])
  })
  const { rows } = await test.owner.query(
    `SELECT made.unit, named.unit AS "namedUnit" FROM transfer AS made
     JOIN transfer AS named ON named.transfer_id = made.corrects_transfer_id ORDER BY made.unit`,
  )
  expect(rows).toEqual([
    { unit: 'honour', namedUnit: 'honour' },
    { unit: 'wallet', namedUnit: 'wallet' },
  ])
})
