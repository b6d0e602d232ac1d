import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useTestDatabase } from '../../../test/database.ts'
import { selectPlainColumns } from './plain-columns.ts'

const rowsOf = (values: string) =>
  sql<{
    no: number
    word: string | null
  }>`(SELECT * FROM (VALUES ${sql.raw(values)}) AS v (no, word) ORDER BY no)`

const noRows = sql<{ no: number; word: string }>`(SELECT 1 AS no, 'a' AS word WHERE false)`

test('columns of plain rows come in the order of the rows, with a value for each', async () => {
  const { database } = await useTestDatabase()
  const read = (values: string) =>
    selectPlainColumns(database.statements, rowsOf(values), ['no', 'word'])
  expect(await read(`(10, 'b'), (2, 'a'), (3, 'a')`)).toEqual({
    no: ['2', '3', '10'],
    word: ['a', 'a', 'b'],
  })
  expect(await read(`(1, '')`)).toEqual({ no: ['1'], word: [''] })
  expect(await selectPlainColumns(database.statements, noRows, ['no', 'word'])).toEqual({
    no: [],
    word: [],
  })
})

test('what is missing or holds a comma is refused, never moved to another row', async () => {
  const { database } = await useTestDatabase()
  const read = (values: string) =>
    selectPlainColumns(database.statements, rowsOf(values), ['no', 'word'])
  await expect(read(`(1, 'a'), (2, NULL)`)).rejects.toThrow(RangeError)
  await expect(read(`(1, 'a,b'), (2, 'c')`)).rejects.toThrow(RangeError)
})
