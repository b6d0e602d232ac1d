import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { openDatabase, type Db } from './database.ts'
import { spellOnce } from './spell-once.ts'

it('is built once, and asked with the values of each', async () => {
  const { connection } = await useTestDatabase()
  const database = openDatabase(connection)
  let built = 0
  const ask = spellOnce((db: Db, { word, other }: Record<'word' | 'other', string>) => {
    built += 1
    const words = sql<{ word: string }>`(select unnest(array['a', 'b', 'c']) as word)`.as('words')
    return db
      .selectFrom(words)
      .select('word')
      .where('word', 'in', [word, other, 'c'])
      .where(sql<boolean>`word <> ${other}`)
      .orderBy('word')
  })
  const answer = (word: string, other: string) =>
    database.outsideVillages((db) => ask(db, { word, other }))
  expect(await answer('a', 'b')).toEqual([{ word: 'a' }, { word: 'c' }])
  expect(await answer('b', 'x')).toEqual([{ word: 'b' }, { word: 'c' }])
  expect(built).toBe(1)
})

it('does not let a query be decided by a value that is not known yet', async () => {
  const { connection } = await useTestDatabase()
  const database = openDatabase(connection)
  const ask = spellOnce((db: Db, { word }: Record<'word', string>) =>
    db.selectNoFrom(sql<string>`${sql.lit(`${word}`)}`.as('word')),
  )
  await expect(database.outsideVillages((db) => ask(db, { word: 'a' }))).rejects.toThrow('word')
})
