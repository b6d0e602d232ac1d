import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dropCommand, giveCommand, listOutbox, sendWaiting, type Command } from './outbox.ts'

interface Sent {
  key: string | null
  body: unknown
}

const sent: Sent[] = []
let answer: () => Response
let clock = new Date('2026-11-05T06:00:00Z')
const now = () => clock

const rating: Command = {
  personId: 'chen',
  kind: 'rating',
  path: '/api/plates/K7Q2/ratings',
  label: '3 号菜地',
  body: { stars: 5 },
}

function noNetwork(): Response {
  throw new TypeError('Failed to fetch')
}

function refusal(status: number): Response {
  return Response.json({ code: 'rating_twice', detail: '今天评过了。' }, { status })
}

beforeEach(() => {
  sent.length = 0
  clock = new Date('2026-11-05T06:00:00Z')
  vi.stubGlobal('location', { href: 'https://village.example/' })
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } })
  vi.stubGlobal('window', {})
  vi.stubGlobal('fetch', async (request: Request) => {
    const response = answer()
    sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() })
    return response
  })
})

afterEach(async () => {
  for (const person of ['chen', 'li']) {
    for (const entry of await listOutbox(person)) await dropCommand(entry.key)
  }
  vi.unstubAllGlobals()
})

describe('with a network', () => {
  it('gives back the answer and keeps nothing', async () => {
    answer = () => Response.json({ ratingId: 'r1' })
    await expect(giveCommand(rating, now)).resolves.toEqual({
      state: 'done',
      result: { ratingId: 'r1' },
    })
    expect(sent[0]?.body).toEqual({ stars: 5, occurredAt: '2026-11-05T06:00:00.000Z' })
    await expect(listOutbox('chen')).resolves.toEqual([])
  })

  it('throws a refusal to the form and keeps nothing', async () => {
    answer = () => refusal(409)
    await expect(giveCommand(rating, now)).rejects.toMatchObject({
      status: 409,
      code: 'rating_twice',
      detail: '今天评过了。',
    })
    await expect(listOutbox('chen')).resolves.toEqual([])
  })
})

describe('without a network', () => {
  it('keeps the command and sends it once later, with its own key and time', async () => {
    answer = noNetwork
    const delivery = await giveCommand(rating, now)
    expect(delivery.state).toBe('waiting')
    const [kept] = await listOutbox('chen')

    clock = new Date('2026-11-05T09:00:00Z')
    answer = () => Response.json({ ratingId: 'r1' })
    await Promise.all([sendWaiting('chen', now), sendWaiting('chen', now)])

    expect(sent).toEqual([
      { key: kept?.key, body: { stars: 5, occurredAt: '2026-11-05T06:00:00.000Z' } },
    ])
    await expect(listOutbox('chen')).resolves.toMatchObject([
      { state: 'done', result: { ratingId: 'r1' } },
    ])
  })

  it('sends in the order given, the earlier before a new one', async () => {
    answer = noNetwork
    await giveCommand({ ...rating, kind: 'check-in', body: { step: 1 } }, now)
    answer = () => Response.json({})
    await giveCommand({ ...rating, kind: 'check-out', body: { step: 2 } }, now)
    expect(sent.map(({ body }) => body)).toMatchObject([{ step: 1 }, { step: 2 }])
  })

  it("never sends one person's command under another's session", async () => {
    answer = noNetwork
    await giveCommand(rating, now)
    answer = () => Response.json({})
    await sendWaiting('li', now)
    expect(sent).toEqual([])
  })

  it('keeps the reason when the server refuses later', async () => {
    answer = noNetwork
    await giveCommand(rating, now)
    answer = () => refusal(422)
    await sendWaiting('chen', now)
    await expect(listOutbox('chen')).resolves.toMatchObject([
      { state: 'refused', problem: { status: 422, code: 'rating_twice' } },
    ])
  })
})

describe('a server in trouble', () => {
  it('keeps a command that met a fault, and still sends those behind it', async () => {
    answer = noNetwork
    await giveCommand({ ...rating, body: { step: 1 } }, now)
    await giveCommand({ ...rating, body: { step: 2 } }, now)
    answer = () => (sent.length === 0 ? refusal(500) : Response.json({}))
    await sendWaiting('chen', now)
    const states = (await listOutbox('chen')).map((entry) => entry.state)
    expect(states).toEqual(['waiting', 'done'])
  })

  it('ends a command that meets a fault for longer than a day, and tells it', async () => {
    answer = noNetwork
    await giveCommand(rating, now)
    answer = () => refusal(500)
    clock = new Date('2026-11-06T05:59:00Z')
    await sendWaiting('chen', now)
    await expect(listOutbox('chen')).resolves.toMatchObject([{ state: 'waiting' }])
    clock = new Date('2026-11-06T06:01:00Z')
    answer = () => refusal(503)
    await sendWaiting('chen', now)
    await expect(listOutbox('chen')).resolves.toMatchObject([{ state: 'waiting' }])
    answer = () => refusal(500)
    await sendWaiting('chen', now)
    await expect(listOutbox('chen')).resolves.toMatchObject([
      { state: 'refused', problem: { status: 500, detail: '今天评过了。' } },
    ])
  })

  it('keeps everything while signed out', async () => {
    answer = () => refusal(401)
    await expect(giveCommand(rating, now)).resolves.toMatchObject({ state: 'waiting' })
  })
})

it('forgets settled commands after a week, waiting ones never', async () => {
  answer = noNetwork
  await giveCommand(rating, now)
  answer = () => refusal(422)
  await sendWaiting('chen', now)
  answer = noNetwork
  await giveCommand(rating, now)

  clock = new Date('2026-11-13T06:00:00Z')
  await sendWaiting('chen', now)
  const states = (await listOutbox('chen')).map((entry) => entry.state)
  expect(states).toEqual(['waiting'])
})
