import pg from 'pg'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'

/** Waits until a connection waits for a lock. */
async function untilItWaits(owner: pg.Client, processId: number): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ waits: boolean }>(
      `SELECT wait_event_type = 'Lock' AS waits FROM pg_stat_activity WHERE pid = $1`,
      [processId],
    )
    if (rows[0]?.waits === true) return
  }
}

// Everything that is read under a lock rests on this. Should it fail after an update of `pg`, the
// driver no longer sends in the order in which it is asked: `underLock` must then wait for its lock.
test('the driver sends in order: what is sent behind a lock is read when it is held', async () => {
  const { connection, owner } = await useTestDatabase()
  await owner.query('CREATE TABLE guarded (value int); INSERT INTO guarded VALUES (1)')
  const client = new pg.Client({ ...connection, pipeline: true })
  await client.connect()
  const { rows: own } = await client.query<{ id: number }>('SELECT pg_backend_pid() AS id')

  await owner.query('BEGIN; SELECT pg_advisory_xact_lock(7)')
  await client.query('BEGIN')
  const order: string[] = []
  const sent = [
    client.query('SELECT pg_advisory_xact_lock(7)').then(() => order.push('lock')),
    // Prepared and unprepared statements take different ways through the driver.
    client
      .query('SELECT value FROM guarded')
      .then(({ rows }) => order.push(`read ${rows[0].value}`)),
    client
      .query({
        name: 'guarded',
        text: 'SELECT value + $1::int AS value FROM guarded',
        values: [10],
      })
      .then(({ rows }) => order.push(`read ${rows[0].value}`)),
    client.query('UPDATE guarded SET value = value + 100').then(() => order.push('write')),
    client
      .query('SELECT value - $1::int AS value FROM guarded', [50])
      .then(({ rows }) => order.push(`read ${rows[0].value}`)),
  ]
  await untilItWaits(owner, own[0]?.id ?? 0)
  expect(order).toEqual([])
  await owner.query('UPDATE guarded SET value = 2')
  await owner.query('COMMIT')
  await Promise.all(sent)
  expect(order).toEqual(['lock', 'read 2', 'read 12', 'write', 'read 52'])
  await client.query('COMMIT')
  await client.end()
})
