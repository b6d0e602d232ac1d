// Run by embedded-postgres.test.ts as the server that gets killed: prints each number once its row
// is acknowledged.
import { writeSync } from 'node:fs'
import pg from 'pg'
import { openEmbeddedPostgres } from './embedded-postgres.ts'

const { pid, host, port, user, database } = await openEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
})
writeSync(1, `postmaster ${pid}\n`)
const client = new pg.Client({ host, port, user, database })
// The test kills PostgreSQL under our feet.
client.on('error', () => process.exit(1))
await client.connect()
await client.query('CREATE TABLE IF NOT EXISTS written (number integer PRIMARY KEY)')
for (let number = 1; ; number += 1) {
  await client.query('INSERT INTO written VALUES ($1)', [number])
  writeSync(1, `${number}\n`)
}
