import { afterAll, beforeAll, expect, it } from 'vitest'
import { call, VILLAGE, type TestPerson } from '../../../../test/server.ts'
import { leavesOf } from '../../../../test/scoring-village.ts'
import { createWalletVillage, type WalletVillage } from '../../../../test/wallet-village.ts'
import { announceClosing } from './announce-closing.ts'

let village: WalletVillage
let person: TestPerson
beforeAll(async () => {
  village = await createWalletVillage({ kind: 'reset', on: '04-10' })
  person = await village.joined()
  await village.joined()
})
afterAll(() => village.test.close())

const told = async (kind: string) =>
  (
    await village.test.owner.query<{ params: object }>(
      'SELECT params FROM message WHERE kind = $1 ORDER BY message_id',
      [kind],
    )
  ).rows.map(({ params }) => params)
const announced = async () =>
  (await leavesOf(village.test, 'wallet.closing-announced', '')).map((leaf) => leaf.public)
const publicly = async () =>
  (await call(village.test, null, 'GET', `/api/villages/${VILLAGE}/wallet-closing`)).json<{
    closing: { closesOn: string } | null
  }>().closing
const own = async () =>
  (await call(village.test, person, 'GET', '/api/me/wallet-closing')).json<{ closing: object }>()
    .closing

it('tells everybody thirty days before, once, also when a run was killed in between', async () => {
  village.goTo('2026-03-10')
  expect(await village.announce()).toBe(0)
  expect(await publicly()).toBeNull()
  expect(await own()).toMatchObject({ closesOn: '2026-04-10', isAnnounced: false })

  village.goTo('2026-03-11', '00:00')
  const { test } = village
  let commands = 0
  const killed = announceClosing(
    {
      ...test.server,
      ...test,
      // The announcement is made, and who is told is told, but nothing says that all are.
      act: (command, action) => {
        commands += 1
        if (commands > 2) throw new Error('killed')
        return test.server.act(command, action)
      },
    },
    VILLAGE,
  )
  await expect(killed).rejects.toThrow('killed')
  await Promise.all([village.announce(), village.announce()])
  expect(await village.announce()).toBe(0)
  expect(await announced()).toMatchObject([{ dueOn: '2026-04-10', closesOn: '2026-04-10' }])
  const params = { closesOn: '2026-04-10', policy: 'reset' }
  expect(await told('wallet.closing_announced')).toMatchObject([params, params])
  expect(await publicly()).toMatchObject(params)
  expect(await own()).toMatchObject({
    ...params,
    isAnnounced: true,
    droppedHundredths: 10_000,
    keptHundredths: 0,
  })
})

it('goes on where a new sheet says the same, and is called off where it says otherwise', async () => {
  village.goTo('2026-03-20')
  await village.adopt({ withdrawalWorkingDays: 5 }, '2026-03-25')
  await village.announce()
  expect(await told('wallet.closing_called_off')).toEqual([])

  await village.adopt(
    { wallet: { kind: 'carry_over', on: '04-10', keepPermille: 500 } },
    '2026-04-01',
  )
  await village.announce()
  await village.announce()
  const off = { closesOn: '2026-04-10' }
  expect(await told('wallet.closing_called_off')).toEqual([off, off])
  // Whoever joins now loses points, too.
  const { personId } = await village.joined()
  const { rows } = await village.test.owner.query(
    "SELECT params FROM message WHERE person_id = $1 AND kind = 'wallet.closing_announced'",
    [personId],
  )
  expect(rows).toMatchObject([{ params: { closesOn: '2026-04-19', keepPermille: 500 } }])
  // Nobody loses points of which they were not told thirty days before.
  expect((await announced()).at(-1)).toMatchObject({ dueOn: '2026-04-10', closesOn: '2026-04-19' })
  expect(await publicly()).toMatchObject({ closesOn: '2026-04-19', keepPermille: 500 })

  await village.adopt({ wallet: { kind: 'keep' } }, '2026-04-18')
  await village.announce()
  expect(await publicly()).toBeNull()
  expect(await own()).toBeNull()
  village.goTo('2026-04-20')
  expect(await village.close()).toBe(0)
  expect(await village.walletOf(person)).toBe(10_000)
  expect(await village.findings()).toEqual([])
})
