import { expect, it, onTestFinished } from 'vitest'
import { addPerson, call, createTestServer } from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'

it('keeps who answers for the rows of a file, but for those of the village’s first', async () => {
  const test = await createTestServer()
  onTestFinished(() => test.close())
  const founder = await addPerson(test, { roles: ['operator'] })
  await test.owner.query('UPDATE household SET is_office = true')
  for (const [name, houseNo] of [
    ['章一', '1号'],
    ['章二', '2号'],
  ]) {
    const csv = Buffer.from(`组别,户号,姓名,与户主关系\n第1组,${houseNo},${name},户主\n`)
    const { importId } = (await upload(test, founder, '/api/roster/import/preview', csv)).json()
    const url = `/api/roster/import/${importId}/confirm`
    expect((await call(test, founder, 'POST', url, {})).statusCode).toBe(200)
  }
  const { rows } = await test.owner.query<{ name: string; entered_by: string | null }>(
    "SELECT name, entered_by FROM person WHERE name LIKE '章%'",
  )
  expect(new Map(rows.map(({ name, entered_by }) => [name, entered_by]))).toEqual(
    new Map([
      ['章一', null],
      ['章二', founder.personId],
    ]),
  )
})
