import { beforeEach, describe, expect, it } from 'vitest'
import { json, memoryStorage, scriptedHttp, standingClock } from '../../test/memory-ports.ts'
import { createCalls, createOutbox, Upload, type Command, type HttpAnswer } from '../index.ts'

const rating: Command<'rating'> = {
  personId: 'chen',
  kind: 'rating',
  params: {},
  label: '3 号菜地',
  body: { plateCode: 'K7Q2', stars: 5 },
}
const shift = { id: '6f2c1f0e-0000-4000-8000-00000000000a' }
const checkIn: Command<'check-in'> = {
  personId: 'chen',
  kind: 'check-in',
  params: shift,
  label: '清扫',
  body: { code: '123456' },
}
const FILE = '6f2c1f0e-0000-4000-8000-000000000001'
const start = '2026-11-05T06:00:00.000Z'

let answer: (address: string) => HttpAnswer
let device: ReturnType<typeof openDevice>

/** A telephone: its ports in memory, its photos strings. */
function openDevice(storage = memoryStorage()) {
  const clock = standingClock(start)
  const http = scriptedHttp(({ address }) => answer(address))
  const calls = createCalls(http, { language: () => 'zh' })
  const uploadOf = (photo: string) => new Upload({ photo })
  const outbox = createOutbox({ calls, http, storage, clock, uploadOf })
  const bodies = () => http.sent.map(({ body }) => JSON.parse(body as string) as object)
  return { storage, clock, http, outbox, bodies }
}

const refusal = (status: number) => json({ code: 'rating_twice', detail: '今天评过了。' }, status)
const noNetwork = (): never => {
  throw new TypeError('no route')
}

beforeEach(() => {
  device = openDevice()
})

describe('with a network', () => {
  it('gives back the answer and keeps nothing', async () => {
    answer = () => json({ ratingId: 'r1' })
    const { outbox, bodies } = device
    await expect(outbox.give(rating)).resolves.toEqual({
      state: 'done',
      result: { ratingId: 'r1' },
    })
    expect(bodies()).toEqual([{ plateCode: 'K7Q2', stars: 5, occurredAt: start }])
    await expect(outbox.list('chen')).resolves.toEqual([])
  })

  it('throws a refusal to the form and keeps nothing', async () => {
    answer = () => refusal(409)
    await expect(device.outbox.give(rating)).rejects.toMatchObject({
      status: 409,
      code: 'rating_twice',
      detail: '今天评过了。',
    })
    await expect(device.outbox.list('chen')).resolves.toEqual([])
  })
})

describe('a claim that waits', () => {
  const claim: Command<'claim'> = {
    personId: 'chen',
    kind: 'claim',
    params: { id: '6f2c1f0e-0000-4000-8000-00000000000b' },
    label: '青菜',
    body: { wantedQuantity: 5000, leastQuantity: 1000 },
  }
  const withdrawal: Command<'claim-withdrawal'> = {
    ...claim,
    kind: 'claim-withdrawal',
    body: {},
  }
  const behalf = (personId: string) => ({ onBehalf: { personId, channel: 'oral' as const } })
  const waiting = async () =>
    (await device.outbox.list('chen')).map(({ kind, body }) => [kind, body['wantedQuantity']])

  it('is replaced by the next one for the same offer: the newest stands, is sent alone, and says so', async () => {
    answer = noNetwork
    const { outbox, http } = device
    const first = await outbox.give(claim)
    expect(first).toMatchObject({ state: 'waiting' })
    expect(first).not.toHaveProperty('entry.replacesWaiting')
    const body = { wantedQuantity: 7000, leastQuantity: 7000 }
    await expect(outbox.give({ ...claim, body })).resolves.toMatchObject({
      state: 'waiting',
      entry: { replacesWaiting: true },
    })
    expect(await waiting()).toEqual([['claim', 7000]])
    http.sent.length = 0
    answer = () => json({ changed: false })
    await outbox.sendWaiting('chen')
    expect(device.bodies()).toMatchObject([body])
  })

  it('is taken back in its order, and claimed anew in place of both', async () => {
    answer = noNetwork
    await device.outbox.give(claim)
    await device.outbox.give(withdrawal)
    await device.outbox.give(withdrawal)
    expect(await waiting()).toEqual([
      ['claim', 5000],
      ['claim-withdrawal', undefined],
    ])
    await device.outbox.give(claim)
    expect(await waiting()).toEqual([['claim', 5000]])
  })

  it('stays beside those for another offer, or that a cadre enters for others', async () => {
    answer = noNetwork
    const other = { id: '6f2c1f0e-0000-4000-8000-00000000000c' }
    await device.outbox.give(claim)
    await device.outbox.give({ ...claim, params: other })
    for (const person of ['li', 'wu', 'li'])
      await device.outbox.give({ ...claim, body: { ...claim.body, ...behalf(person) } })
    const kept = await device.outbox.list('chen')
    expect(kept).toHaveLength(4)
    expect(kept.filter(({ replacesWaiting }) => replacesWaiting)).toHaveLength(1)
  })
})

describe('without a network', () => {
  it('keeps the command and sends it once later, with its own key and time', async () => {
    answer = noNetwork
    const { outbox, clock, http, bodies } = device
    expect(await outbox.give(rating)).toMatchObject({ state: 'waiting' })
    const [kept] = await outbox.list('chen')
    clock.set('2026-11-05T09:00:00Z')
    answer = () => json({ ratingId: 'r1' })
    await Promise.all([outbox.sendWaiting('chen'), outbox.sendWaiting('chen')])
    expect(http.sent.map(({ headers }) => headers['Idempotency-Key'])).toEqual([kept?.key])
    expect(bodies()).toMatchObject([{ occurredAt: start }])
    await expect(outbox.list('chen')).resolves.toMatchObject([
      { state: 'done', result: { ratingId: 'r1' } },
    ])
  })

  it('sends what an earlier start of the program has kept', async () => {
    answer = noNetwork
    await device.outbox.give(checkIn)
    answer = () => json({})
    const restarted = openDevice(device.storage)
    await restarted.outbox.sendWaiting('chen')
    expect(restarted.http.sent).toMatchObject([{ address: `/api/shifts/${shift.id}/check-in` }])
  })

  it('sends in the order given, the earlier before a new one', async () => {
    answer = noNetwork
    await device.outbox.give(checkIn)
    answer = () => json({})
    await device.outbox.give({ ...checkIn, kind: 'check-out' })
    expect(device.http.sent.map(({ address }) => address.split('/').at(-1))).toEqual([
      'check-in',
      'check-out',
    ])
  })

  it("never sends one person's command under another's session", async () => {
    answer = noNetwork
    await device.outbox.give(rating)
    answer = () => json({})
    await device.outbox.sendWaiting('li')
    expect(device.http.sent).toEqual([])
  })

  it('keeps the reason when the server refuses later', async () => {
    answer = noNetwork
    await device.outbox.give(rating)
    answer = () => refusal(422)
    await device.outbox.sendWaiting('chen')
    await expect(device.outbox.list('chen')).resolves.toMatchObject([
      { state: 'refused', problem: { status: 422, code: 'rating_twice' } },
    ])
  })

  it('tells whoever listens what was given and what was settled', async () => {
    answer = noNetwork
    const told: boolean[] = []
    const leave = device.outbox.subscribe((settled) => told.push(settled))
    await device.outbox.give(rating)
    answer = () => json({})
    await device.outbox.sendWaiting('chen')
    leave()
    const [entry] = await device.outbox.list('chen')
    await device.outbox.drop(entry?.key ?? '')
    expect(told).toEqual([false, true])
    await expect(device.outbox.list('chen')).resolves.toEqual([])
  })
})

describe('a server in trouble', () => {
  it('keeps a command that met a fault, and still sends those behind it', async () => {
    answer = noNetwork
    await device.outbox.give(checkIn)
    await device.outbox.give(rating)
    answer = (address) => (address.includes('check-in') ? refusal(500) : json({}))
    await device.outbox.sendWaiting('chen')
    const states = (await device.outbox.list('chen')).map((entry) => entry.state)
    expect(states).toEqual(['waiting', 'done'])
  })

  it('ends a command that meets a fault for longer than a day, and tells it', async () => {
    const { outbox, clock } = device
    const standsAs = async (status: number, at: string) => {
      answer = () => refusal(status)
      clock.set(at)
      await outbox.sendWaiting('chen')
      return (await outbox.list('chen'))[0]
    }
    answer = noNetwork
    await outbox.give(rating)
    expect(await standsAs(500, '2026-11-06T05:59:00Z')).toMatchObject({ state: 'waiting' })
    expect(await standsAs(503, '2026-11-06T06:01:00Z')).toMatchObject({ state: 'waiting' })
    expect(await standsAs(500, '2026-11-06T06:01:00Z')).toMatchObject({
      state: 'refused',
      problem: { status: 500, detail: '今天评过了。' },
    })
  })

  it('keeps everything while signed out', async () => {
    answer = () => refusal(401)
    await expect(device.outbox.give(rating)).resolves.toMatchObject({ state: 'waiting' })
  })
})

it('forgets settled commands after a week, waiting ones never', async () => {
  const { outbox, clock } = device
  answer = noNetwork
  await outbox.give(rating)
  answer = () => refusal(422)
  await outbox.sendWaiting('chen')
  answer = noNetwork
  await outbox.give(rating)
  clock.set('2026-11-13T06:00:00Z')
  await outbox.sendWaiting('chen')
  expect((await outbox.list('chen')).map((entry) => entry.state)).toEqual(['waiting'])
})

describe('a photo taken without a network', () => {
  const ratingWith = (photoFileId: string) => ({ ...rating, body: { ...rating.body, photoFileId } })
  const taken = (address: string) =>
    address === '/api/photos' ? json({ fileId: FILE, width: 1, height: 1 }) : json({})

  it('waits with its rating, is sent before it under a key of its own, and then leaves the phone', async () => {
    const { outbox, http } = device
    answer = noNetwork
    const id = await outbox.photos.keep('pixels')
    await outbox.give(ratingWith(id))
    answer = taken
    await outbox.sendWaiting('chen')
    expect(http.sent).toMatchObject([
      { address: '/api/photos', headers: { 'Idempotency-Key': id.slice('local:'.length) } },
      { address: '/api/ratings' },
    ])
    expect(JSON.parse(http.sent[1]?.body as string)).toMatchObject({ photoFileId: FILE })
    expect(await outbox.photos.read(id)).toBeNull()
    expect(await outbox.list('chen')).toMatchObject([{ state: 'done' }])
  })

  it('is not lost when the network goes again between photo and rating', async () => {
    const { outbox } = device
    answer = noNetwork
    const id = await outbox.photos.keep('pixels')
    await outbox.give(ratingWith(id))
    answer = (address) => (address === '/api/photos' ? taken(address) : noNetwork())
    await outbox.sendWaiting('chen')
    expect(await outbox.list('chen')).toMatchObject([{ state: 'waiting' }])
    expect(await outbox.photos.read(id)).toBe('pixels')
  })

  it('that the server refuses leaves its rating refused, with the reason', async () => {
    const { outbox } = device
    answer = noNetwork
    await outbox.give(ratingWith(await outbox.photos.keep('pixels')))
    answer = () => json({ code: 'not_an_image', detail: '这不是照片。' }, 400)
    await outbox.sendWaiting('chen')
    expect(await outbox.list('chen')).toMatchObject([
      { state: 'refused', problem: { code: 'not_an_image' } },
    ])
  })

  it('that the device threw away lets its rating go without it', async () => {
    const { outbox, bodies } = device
    answer = noNetwork
    await outbox.give(ratingWith('local:thrown-away'))
    answer = taken
    await outbox.sendWaiting('chen')
    expect(bodies()).toMatchObject([{ photoFileId: null }])
  })

  it('of a draft is forgotten after a day, and at sign-out; one that waits is not', async () => {
    const { outbox, clock } = device
    answer = noNetwork
    const [draft, waiting] = [await outbox.photos.keep('a'), await outbox.photos.keep('b')]
    await outbox.give(ratingWith(waiting))
    clock.set('2026-11-06T05:00:00Z')
    await outbox.photos.forgetLoose()
    expect(await outbox.photos.read(draft)).toBe('a')
    clock.set('2026-11-06T07:00:00Z')
    await outbox.photos.forgetLoose()
    expect(await outbox.photos.read(draft)).toBeNull()
    await outbox.photos.forgetOfDrafts()
    expect(await outbox.photos.read(waiting)).toBe('b')
  })
})
