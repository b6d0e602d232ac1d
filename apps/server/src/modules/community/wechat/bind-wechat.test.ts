import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { outcomesOf } from '../../../../test/once-per-key.ts'
import { call, createTestServer, VILLAGE, type TestServer } from '../../../../test/server.ts'
import { startWechatServer, WECHAT_APP, type WechatServer } from '../../../../test/wechat-server.ts'
import { createWechat } from '../../../platform/wechat-http.ts'
import { forgetExpired } from '../forget-expired.ts'
import { foundVillage } from '../founding/found-village.ts'

const HOUSE = '330109102301'
const RIVER = '330109102302'
const CHEN = '13800000001'
const ZHANG = '13800000002'

let wechat: WechatServer
let test: TestServer
beforeAll(async () => {
  wechat = await startWechatServer()
  test = await createTestServer({
    wechat: (clock) => createWechat({ ...WECHAT_APP, apiUrl: wechat.url }, clock),
  })
  await found(HOUSE, '山下村', [
    { name: '陈秀芳', phone: CHEN },
    { name: '张三', phone: ZHANG },
    { name: '李四', phone: '13800000003' },
  ])
  await found(RIVER, '溪边村', [{ name: '陈秀芳', phone: CHEN }])
})
afterAll(async () => {
  await test.close()
  await wechat.close()
})
beforeEach(() => test.clock.advanceMinutes(25 * 60))

async function found(
  villageId: string,
  name: string,
  committee: { readonly name: string; readonly phone: string }[],
) {
  const operator = { name: '沈工', phone: `1390000${villageId.slice(-4)}` }
  const texts = { townName: '戴村镇', optInText: '自愿', isDemonstration: false }
  await foundVillage(test.server, { villageId, name, ...texts, operator, committee })
}

const ask = (path: string, body: object) => call(test, null, 'POST', `/api/wechat/${path}`, body)

const signIn = async (openId: string, villageId: string | null = null) =>
  (await ask('sign-in', { loginCode: wechat.login(openId), villageId })).json()

async function bind(openId: string, phone: string) {
  const sent = await ask('code', { loginCode: wechat.login(openId), phone })
  expect(sent.json()).toEqual({ sent: true, expiresInSeconds: 300 })
  const code = test.sentCodes.at(-1)?.code
  return ask('bind', { loginCode: wechat.login(openId), phone, code })
}

/** Calls as the mini-program does: with its token in a header, and no cookie. */
const withToken = (token: string, method: 'GET' | 'POST', url: string, body?: object) =>
  test.http.inject({
    method,
    url,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
    ...(body ? { payload: body } : {}),
  })

const kindsOf = async (villageId: string) =>
  (
    await test.owner.query(
      "SELECT kind FROM record WHERE village_id = $1 AND kind LIKE 'person.wechat%' ORDER BY record_id",
      [villageId],
    )
  ).rows.map(({ kind }) => kind)

async function messagesOf(token: string) {
  const { items } = (await withToken(token, 'GET', '/api/me/messages')).json()
  return items.map(({ kind }: { kind: string }) => kind)
}

describe('a WeChat account', () => {
  it('signs in as nobody until a telephone is bound, and from then on by itself', async () => {
    expect(await signIn('oZhang')).toEqual({
      isBound: false,
      token: null,
      choices: null,
      session: null,
    })
    const bound = (await bind('oZhang', ZHANG)).json()
    expect(bound).toMatchObject({ isBound: true, session: { person: { name: '张三' } } })
    expect(await messagesOf(bound.token)).toEqual(['sign_in.wechat_bound'])
    expect(await kindsOf(HOUSE)).toEqual(['person.wechat-bound'])
    const again = await signIn('oZhang')
    expect(again).toMatchObject({ isBound: true, session: { village: { villageId: HOUSE } } })
    expect(again.token).not.toBe(bound.token)
    expect((await withToken(again.token, 'GET', '/api/me/home')).statusCode).toBe(200)
    const own = (await withToken(again.token, 'GET', '/api/me/sign-in')).json()
    expect(own.wechatBoundAt).toBe(test.clock.now().toISOString())
    const data = (await withToken(again.token, 'GET', '/api/me/data')).json()
    expect(JSON.stringify(data)).toContain('wechatBoundAt')
    await withToken(again.token, 'POST', '/api/me/wechat/unbind', {})
  })

  it('of a telephone of two villages chooses one with its next login', async () => {
    const bound = (await bind('oChen', CHEN)).json()
    expect(bound).toMatchObject({ isBound: true, token: null, session: null })
    expect(bound.choices.map((one: { villageName: string }) => one.villageName)).toEqual([
      '山下村',
      '溪边村',
    ])
    const river = await signIn('oChen', RIVER)
    expect(river.session.village).toMatchObject({ villageId: RIVER })
    expect(await signIn('oChen', VILLAGE)).toMatchObject({ token: null, session: null })
    const other = await withToken(river.token, 'POST', '/api/session/village', { villageId: HOUSE })
    expect(other.json().code).toBe('choose_by_wechat')
    await withToken(river.token, 'POST', '/api/me/wechat/unbind', {})
    // What is left of it is the other village.
    expect(await signIn('oChen')).toMatchObject({ session: { village: { villageId: HOUSE } } })
  })

  it('is one person’s: neither a wrong code nor somebody else’s telephone takes it over', async () => {
    const { token } = (await bind('oLi', '13800000003')).json()
    expect((await bind('oLi', ZHANG)).json().code).toBe('wechat_bound_to_other')
    test.clock.advanceMinutes(2)
    await ask('code', { loginCode: wechat.login('oThief'), phone: ZHANG })
    const wrong = { loginCode: wechat.login('oThief'), phone: ZHANG, code: '000000' }
    expect((await ask('bind', wrong)).json().code).toBe('wrong_code')
    expect(await signIn('oThief')).toMatchObject({ isBound: false })
    // A new telephone with a new account: the earlier one is signed out.
    const moved = (await bind('oLiNew', '13800000003')).json()
    expect(moved.session.person.name).toBe('李四')
    expect((await withToken(token, 'GET', '/api/me/home')).statusCode).toBe(401)
    expect(await signIn('oLi')).toMatchObject({ isBound: false })
  })

  it('is unbound by its person; what it has open ends, and it is recorded and told', async () => {
    const { token } = (await bind('oZhang', ZHANG)).json()
    const second = (await signIn('oZhang')).token
    const before = (await kindsOf(HOUSE)).length
    const unbind = () => withToken(token, 'POST', '/api/me/wechat/unbind', {})
    const outcomes = await outcomesOf([unbind(), unbind()])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    expect((await kindsOf(HOUSE)).slice(before)).toEqual(['person.wechat-unbound'])
    for (const ended of [token, second])
      expect((await withToken(ended, 'GET', '/api/me/home')).statusCode).toBe(401)
    expect(await signIn('oZhang')).toMatchObject({ isBound: false })
  })

  it('asks for ten codes a day, whatever the telephones', async () => {
    const phones = Array.from({ length: 10 }, (_, no) => `1370000001${no}`)
    for (const phone of phones)
      await ask('code', { loginCode: wechat.login('oMany'), phone }).then(({ statusCode }) =>
        expect(statusCode).toBe(200),
      )
    const eleventh = { loginCode: wechat.login('oMany'), phone: '13700000029' }
    expect((await ask('code', eleventh)).json().code).toBe('wechat_too_many_codes')
    test.clock.advanceMinutes(23 * 60)
    await forgetExpired(test.database, test.clock)
    const later = { loginCode: wechat.login('oMany'), phone: '13700000029' }
    expect((await ask('code', later)).json().code).toBe('wechat_too_many_codes')
  })
})

describe('the binding ends with its telephone', () => {
  const bound = async (personName: string, phone: string, openId: string) => {
    const { session, token } = (await bind(openId, phone)).json()
    expect(session.person.name).toBe(personName)
    return { personId: session.person.personId as string, token: token as string }
  }
  const rows = async () => (await test.owner.query('SELECT FROM wechat_directory')).rowCount

  it('when the person changes the number', async () => {
    const before = await rows()
    const { token } = await bound('张三', ZHANG, 'oZhang')
    const to = '13800000077'
    test.clock.advanceMinutes(2)
    await withToken(token, 'POST', '/api/me/sign-in/codes', { phone: to })
    const codeOf = (phone: string) =>
      test.sentCodes.findLast((sent) => sent.phone === phone)?.code ?? ''
    const codes = { phone: to, oldCode: codeOf(ZHANG), newCode: codeOf(to) }
    const changed = await withToken(token, 'POST', '/api/me/sign-in/phone', codes)
    expect(changed.json()).toEqual({})
    expect(await signIn('oZhang')).toMatchObject({ isBound: false })
    expect((await withToken(token, 'GET', '/api/me/home')).statusCode).toBe(401)
    expect(await rows()).toBe(before)
  })

  it('when the person erases themselves', async () => {
    const { token, personId } = await bound('张三', '13800000077', 'oZhang')
    const erased = await withToken(token, 'POST', '/api/me/erase', { name: '张三' })
    expect(erased.json()).toEqual({})
    expect(await signIn('oZhang')).toMatchObject({ isBound: false })
    const left = 'SELECT FROM wechat_binding WHERE person_id = $1'
    expect((await test.owner.query(left, [personId])).rowCount).toBe(0)
  })
})

describe('a token', () => {
  it('opens nothing as a cookie, a cookie nothing as a token, nor anything that is neither', async () => {
    const { token } = await signIn('oLiNew')
    const home = (headers: Record<string, string>) =>
      test.http.inject({ url: '/api/me/home', headers }).then(({ statusCode }) => statusCode)
    expect(await home({ authorization: `Bearer ${token}` })).toBe(200)
    expect(await home({ cookie: `azalea_session=${token}` })).toBe(401)
    await call(test, null, 'POST', '/api/sign-in/code', { phone: '13800000003' })
    const code = test.sentCodes.at(-1)?.code
    const body = { phone: '13800000003', code }
    const signed = await call(test, null, 'POST', '/api/sign-in', body)
    const cookie = signed.cookies.find(({ name }) => name === 'azalea_session')?.value ?? ''
    expect(await home({ cookie: `azalea_session=${cookie}` })).toBe(200)
    expect(await home({ authorization: `Bearer ${cookie}` })).toBe(401)
    for (const authorization of [
      '',
      'Bearer',
      `Basic ${token}`,
      `Bearer ${token}x`,
      'Bearer \u00e9',
    ])
      expect(await home({ authorization, cookie: `azalea_session=${cookie}` })).toBe(401)
  })

  it('and the account stand nowhere in clear', async () => {
    const { token } = await signIn('oLiNew')
    const { rows } = await test.owner.query<{ row: string }>(
      `SELECT s::text AS row FROM session s UNION ALL SELECT b::text FROM wechat_binding b
       UNION ALL SELECT d::text FROM wechat_directory d UNION ALL SELECT convert_from(leaf, 'UTF8') FROM record
       UNION ALL SELECT c::text FROM command c UNION ALL SELECT r::text FROM wechat_code_request r`,
    )
    const everything = rows.map(({ row }) => row).join('\n')
    expect(everything).toContain('person.wechat-bound')
    for (const secret of [token, 'oLiNew', 'oLi', 'LoginCode', '13800000003'])
      expect(everything).not.toContain(secret)
  })
})

describe('WeChat’s troubles', () => {
  it.each([
    [40029, 400, 'wechat_code_refused'],
    [40163, 400, 'wechat_code_refused'],
    [40226, 403, 'wechat_account_blocked'],
    [45011, 429, 'wechat_too_often'],
    [-1, 503, 'wechat_away'],
    [40125, 503, 'wechat_away'],
    ['http_502', 503, 'wechat_away'],
  ] as const)('%s is answered with %i %s', async (failure, status, code) => {
    for (const [path, body] of [
      ['sign-in', {}],
      ['code', { phone: ZHANG }],
      ['bind', { phone: ZHANG, code: '123456' }],
    ] as const) {
      wechat.failNext(failure)
      const answer = await ask(path, { loginCode: wechat.login('oLiNew'), ...body })
      expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    }
  })

  it('is one refusal, and stable, where no account with WeChat is set', async () => {
    const without = await createTestServer()
    const answer = await call(without, null, 'POST', '/api/wechat/sign-in', { loginCode: 'any' })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'wechat_off'])
    await without.close()
  })
})
