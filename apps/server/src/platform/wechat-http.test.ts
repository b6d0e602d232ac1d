import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWechatServer, WECHAT_APP, type WechatServer } from '../../test/wechat-server.ts'
import { ManualClock } from './clock.ts'
import { createWechat } from './wechat-http.ts'
import { WechatProblem } from './wechat.ts'

let wechat: WechatServer
beforeAll(async () => {
  wechat = await startWechatServer()
})
afterAll(() => wechat.close())

function connected(change: Partial<typeof WECHAT_APP> & { apiUrl?: string } = {}) {
  const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'))
  const settings = { ...WECHAT_APP, apiUrl: wechat.url, ...change }
  return { clock, client: createWechat(settings, clock, { patienceMilliseconds: 300 }) }
}

async function troubleOf(asking: Promise<unknown>) {
  const problem = await asking.catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(WechatProblem)
  // Neither the message nor what hangs on it tells the secret, a code or an address.
  const told = JSON.stringify(problem, Object.getOwnPropertyNames(problem))
  expect(told).not.toMatch(/secret-that|LoginCode|127\.0\.0\.1|token-\d/)
  return (problem as WechatProblem).trouble
}

describe('a login code', () => {
  it('tells who it is, once', async () => {
    const { client } = connected()
    const code = wechat.login('oChenXiufang')
    expect(await client.openIdOf(code)).toBe('oChenXiufang')
    expect(await troubleOf(client.openIdOf(code))).toBe('code_refused')
    expect(await troubleOf(client.openIdOf('never given'))).toBe('code_refused')
  })

  it.each([
    [40029, 'code_refused'],
    [40163, 'code_refused'],
    [40226, 'account_blocked'],
    [45011, 'too_often'],
    [-1, 'away'],
    [40013, 'misconfigured'],
    [40125, 'misconfigured'],
    [40164, 'misconfigured'],
    ['http_502', 'away'],
    ['not_json', 'away'],
    ['silence', 'away'],
    ['endless', 'away'],
  ] as const)('answered with %s is told as %s', async (failure, trouble) => {
    wechat.failNext(failure)
    expect(await troubleOf(connected().client.openIdOf(wechat.login('o1')))).toBe(trouble)
  })

  it('is no use to a server with another secret, or that reaches nobody', async () => {
    const wrong = connected({ secret: 'another-secret-that' }).client
    expect(await troubleOf(wrong.openIdOf(wechat.login('o1')))).toBe('misconfigured')
    const nowhere = connected({ apiUrl: 'http://127.0.0.1:9' }).client
    expect(await troubleOf(nowhere.openIdOf(wechat.login('o1')))).toBe('away')
  })
})

describe('a mini-program code', () => {
  const plate = { scene: 'K7Q2M9XA', page: 'pages/plate/plate' }
  const tokensAsked = () =>
    wechat.asked.filter(({ path }) => path === '/cgi-bin/stable_token').map(({ body }) => body)

  it('is drawn with one token, asked for once by however many wait, until it ends', async () => {
    const { client, clock } = connected()
    const before = tokensAsked().length
    const drawn = await Promise.all([client.drawCode(plate), client.drawCode(plate)])
    expect(drawn[0]?.mediaType).toBe('image/png')
    expect(drawn[0]?.content.subarray(1, 4).toString()).toBe('PNG')
    await client.drawCode(plate)
    expect(tokensAsked().length - before).toBe(1)
    clock.advanceMinutes(116)
    await client.drawCode(plate)
    expect(tokensAsked().length - before).toBe(2)
  })

  it('is drawn with a new token where the old one ended early', async () => {
    const { client } = connected()
    await client.drawCode(plate)
    wechat.endTokens()
    expect((await client.drawCode(plate)).mediaType).toBe('image/png')
    wechat.failNext(40001)
    expect((await client.drawCode(plate)).mediaType).toBe('image/png')
    expect(tokensAsked().at(-1)).toMatchObject({ force_refresh: true })
    wechat.failNext(42001)
    expect((await client.drawCode(plate)).mediaType).toBe('image/png')
    expect(tokensAsked().at(-1)).toMatchObject({ force_refresh: false })
  })

  it('is given up where the new token is refused too, and tried afresh the next time', async () => {
    const { client } = connected()
    wechat.failNext(-1)
    expect(await troubleOf(client.drawCode(plate))).toBe('away')
    expect((await client.drawCode(plate)).mediaType).toBe('image/png')
  })

  it('is refused for a scene that WeChat does not take', async () => {
    const scene = '一块菜地'
    expect(await troubleOf(connected().client.drawCode({ ...plate, scene }))).toBe('misconfigured')
  })
})
