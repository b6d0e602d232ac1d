import { expect, it } from 'vitest'
import { createTestDatabase } from './database.ts'

it('gives each test file a migrated database of its own', async () => {
  const [one, other] = [await createTestDatabase(), await createTestDatabase()]
  try {
    await one.owner.query('CREATE TABLE only_here (number integer)')
    const seen = (client: typeof one.owner) =>
      client.query("SELECT to_regclass('only_here') AS only_here, to_regclass('record') AS record")
    expect((await seen(one.owner)).rows).toEqual([{ only_here: 'only_here', record: 'record' }])
    expect((await seen(other.owner)).rows).toEqual([{ only_here: null, record: 'record' }])
  } finally {
    await one.close()
    await other.close()
  }
})
