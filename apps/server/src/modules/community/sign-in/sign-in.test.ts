import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, createTestServer, type TestServer } from '../../../../test/server.ts'
import { Keyring } from '../../../platform/keyring.ts'
import { seededRandomness } from '../../../../test/randomness.ts'
import { demonstrationSmsSender } from '../../../platform/sms.ts'
import { foundVillage, type Founding } from '../founding/found-village.ts'
import { requestCode } from './request-code.ts'
import { signIn } from './sign-in.ts'

const HOUSE = '330109102301'
const RIVER = '330109102302'
const anyBrowser = { deviceHash: 'device', hasDevice: false, addressHash: 'address' }
const keyring = new Keyring(Buffer.alloc(32, 7), seededRandomness('sign-in'))

let test: TestServer
let minutes = 0
beforeAll(async () => {
  test = await createTestServer()
  await found(HOUSE, '山下村', [
    { name: '陈秀芳', phone: '13800000001' },
    { name: '张三', phone: '13800000002' },
  ])
  await found(RIVER, '溪边村', [{ name: '陈秀芳', phone: '13800000001' }])
})
afterAll(() => test.close())
// A day and more between tests: what one asked for does not limit the next.
beforeEach(() => test.clock.advanceMinutes(25 * 60 + (minutes += 1)))

async function found(villageId: string, name: string, committee: Founding['committee']) {
  const founding = {
    villageId,
    name,
    townName: '戴村镇',
    optInText: '自愿',
    isDemonstration: false,
  }
  const operator = { name: '沈工', phone: `1390000${villageId.slice(-4)}` }
  await foundVillage({ ...test.server, keyring }, { ...founding, operator, committee })
}

async function codeFor(phone: string): Promise<string> {
  const before = test.sentCodes.length
  const answer = await call(test, null, 'POST', '/api/sign-in/code', { phone })
  expect(answer.json()).toEqual({ sent: true, expiresInSeconds: 300 })
  const sent = test.sentCodes[before]
  expect(sent?.phone).toBe(phone)
  return sent?.code ?? ''
}

function as(cookie: string) {
  return {
    cookie: `azalea_session=${cookie}`,
    villageId: '',
    personId: '',
    householdId: '',
    name: '',
  }
}

async function signedIn(phone: string) {
  const code = await codeFor(phone)
  const answer = await call(test, null, 'POST', '/api/sign-in', { phone, code })
  expect(answer.statusCode).toBe(200)
  const cookie = answer.cookies.find(({ name }) => name === 'azalea_session')
  return { answer: answer.json(), cookie, person: as(cookie?.value ?? '') }
}

describe('asking for a code', () => {
  it('sends six digits to a telephone of a roster', async () => {
    expect(await codeFor('13800000002')).toMatch(/^\d{6}$/)
  })

  it('answers alike, limits alike and sends nothing for a telephone nobody knows', async () => {
    const before = test.sentCodes.length
    const ask = () => call(test, null, 'POST', '/api/sign-in/code', { phone: '13700000009' })
    expect((await ask()).json()).toEqual({ sent: true, expiresInSeconds: 300 })
    expect((await ask()).json()).toMatchObject({ code: 'code_just_sent', status: 429 })
    expect(test.sentCodes.length).toBe(before)
  })

  it('forgives full-width digits, spaces and the country code', async () => {
    const before = test.sentCodes.length
    const phone = '+86 １３８-0000-0002'
    await call(test, null, 'POST', '/api/sign-in/code', { phone })
    expect(test.sentCodes[before]?.phone).toBe('13800000002')
  })

  it('refuses what is no mobile number, in the reader’s language', async () => {
    const body = { phone: '0571-82345678' }
    const zh = await call(test, null, 'POST', '/api/sign-in/code', body)
    expect(zh.json()).toMatchObject({ code: 'bad_phone', status: 400 })
    expect(zh.json().detail).toContain('手机号不对')
    const en = await call(test, null, 'POST', '/api/sign-in/code', body, { language: 'en' })
    expect(en.json().detail).toContain('not a mobile number')
  })

  it('sends one a minute and five an hour to a telephone, also when asked at once', async () => {
    const ask = () => call(test, null, 'POST', '/api/sign-in/code', { phone: '13800000002' })
    const atOnce = await Promise.all([ask(), ask(), ask()])
    expect(atOnce.filter((answer) => answer.statusCode === 200)).toHaveLength(1)
    for (let sent = 1; sent < 5; sent++) {
      test.clock.advanceMinutes(1)
      expect((await ask()).statusCode).toBe(200)
    }
    test.clock.advanceMinutes(1)
    expect((await ask()).json()).toMatchObject({ code: 'too_many_codes', status: 429 })
  })
})

describe('signing in', () => {
  it('opens a session at once for a telephone of one village', async () => {
    const { answer, cookie, person } = await signedIn('13800000002')
    expect(answer.choices).toBeNull()
    expect(answer.session).toMatchObject({
      person: { name: '张三' },
      village: { villageId: HOUSE, name: '山下村', townName: '戴村镇', isDemonstration: false },
      roles: ['villager', 'committee'],
      household: { houseNo: '村委', groupNo: 1, groupName: '第1组', joined: false },
      villages: [{ villageId: HOUSE, name: '山下村' }],
    })
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 2_592_000 })
    const now = await call(test, person, 'GET', '/api/session')
    expect(now.json()).toEqual(answer)
  })

  it.each([
    ['in two halves', (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`],
    ['with its label', (code: string) => `验证码：${code}`],
    ['with the whole message', (code: string) => `【石盖里】您的验证码是${code}，5分钟内有效。`],
  ])('takes a code that was pasted %s', async (_, pasted) => {
    const code = pasted(await codeFor('13800000002'))
    const answer = await call(test, null, 'POST', '/api/sign-in', { phone: '138 0000 0002', code })
    expect(answer.statusCode).toBe(200)
  })

  it('lets someone of two villages choose, and change', async () => {
    const { answer, person } = await signedIn('13800000001')
    expect(answer.session).toBeNull()
    expect(answer.choices).toMatchObject([
      { villageId: HOUSE, villageName: '山下村', personName: '陈秀芳' },
      { villageId: RIVER, villageName: '溪边村', personName: '陈秀芳' },
    ])
    expect((await call(test, person, 'GET', '/api/session')).json()).toEqual(answer)
    expect((await call(test, person, 'GET', '/api/me/messages')).json().code).toBe(
      'no_village_chosen',
    )
    const chosen = await call(test, person, 'POST', '/api/session/village', { villageId: RIVER })
    expect(chosen.json()).toMatchObject({
      village: { villageId: RIVER },
      person: { name: '陈秀芳' },
    })
    const next = as(chosen.cookies[0]?.value ?? '')
    expect(next.cookie).not.toBe(person.cookie)
    expect((await call(test, person, 'GET', '/api/session')).json().session).toBeNull()
    const changed = await call(test, next, 'POST', '/api/session/village', { villageId: HOUSE })
    expect(changed.json()).toMatchObject({ village: { villageId: HOUSE } })
  })

  it('refuses a village in which the telephone is not known', async () => {
    const { person } = await signedIn('13800000002')
    const answer = await call(test, person, 'POST', '/api/session/village', { villageId: RIVER })
    expect(answer.json()).toMatchObject({ code: 'not_on_roster', status: 403 })
    const nobody = await call(test, null, 'POST', '/api/session/village', { villageId: RIVER })
    expect(nobody.json()).toMatchObject({ code: 'not_signed_in', status: 401 })
  })

  it('takes a code once', async () => {
    const phone = '13800000002'
    const code = await codeFor(phone)
    expect((await call(test, null, 'POST', '/api/sign-in', { phone, code })).statusCode).toBe(200)
    const again = await call(test, null, 'POST', '/api/sign-in', { phone, code })
    expect(again.json()).toMatchObject({ code: 'wrong_code', status: 400 })
  })

  it('takes five attempts at a code, and counts them although they are refused', async () => {
    const phone = '13800000002'
    const code = await codeFor(phone)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = await call(test, null, 'POST', '/api/sign-in', { phone, code: wrong })
      expect(answer.json().code).toBe('wrong_code')
    }
    const right = await call(test, null, 'POST', '/api/sign-in', { phone, code })
    expect(right.json().code).toBe('wrong_code')
  })

  it('takes no code after five minutes', async () => {
    const phone = '13800000002'
    const code = await codeFor(phone)
    test.clock.advanceMinutes(5)
    const late = await call(test, null, 'POST', '/api/sign-in', { phone, code })
    expect(late.json().code).toBe('wrong_code')
  })

  it('ends the session that the browser held before', async () => {
    const first = await signedIn('13800000002')
    test.clock.advanceMinutes(2)
    const code = await codeFor('13800000002')
    const again = await call(test, first.person, 'POST', '/api/sign-in', {
      phone: '13800000002',
      code,
    })
    expect(again.statusCode).toBe(200)
    expect((await call(test, first.person, 'GET', '/api/session')).json().session).toBeNull()
  })

  it('keeps no telephone, no code and no cookie in its tables', async () => {
    const { cookie } = await signedIn('13800000002')
    test.clock.advanceMinutes(2)
    const code = await codeFor('13800000002')
    const { rows } = await test.owner.query(
      'SELECT s::text AS row FROM session s UNION ALL SELECT c::text FROM sign_in_code c UNION ALL SELECT i::text FROM sign_in_identity i',
    )
    const text = JSON.stringify(rows)
    expect(rows.length).toBeGreaterThan(2)
    expect(text).not.toContain('13800000002')
    expect(text).not.toContain(cookie?.value)
    expect(text).not.toContain(`,${code},`)
  })
})

describe('a session', () => {
  it('lasts thirty days since it was last used', async () => {
    const { person } = await signedIn('13800000002')
    const inUse = async () => (await call(test, person, 'GET', '/api/session')).json().session
    for (let week = 0; week < 6; week++) {
      test.clock.advanceMinutes(7 * 24 * 60)
      expect(await inUse()).not.toBeNull()
    }
    test.clock.advanceMinutes(31 * 24 * 60)
    expect(await inUse()).toBeNull()
  })

  it('ends with sign-out, and everywhere when asked so', async () => {
    const phone = '13800000002'
    const one = await signedIn(phone)
    test.clock.advanceMinutes(2)
    const two = await signedIn(phone)
    test.clock.advanceMinutes(2)
    const three = await signedIn(phone)
    const isIn = async (person: typeof one.person) =>
      (await call(test, person, 'GET', '/api/session')).json().session !== null
    expect((await call(test, one.person, 'POST', '/api/sign-out', {})).statusCode).toBe(200)
    expect([await isIn(one.person), await isIn(two.person)]).toEqual([false, true])
    await call(test, two.person, 'POST', '/api/sign-out', { everywhere: true })
    expect([await isIn(two.person), await isIn(three.person)]).toEqual([false, false])
    expect((await call(test, two.person, 'POST', '/api/sign-out', {})).statusCode).toBe(401)
  })
})

it('gives the demonstration’s telephones their listed code, to visitor after visitor', async () => {
  const sent: string[] = []
  const next = {
    fixedCodeOf: () => null,
    sendSignInCode: async (phone: string) => void sent.push(phone),
  }
  const listed = { role: 'villager' as const, name: '张三', phone: '13800000002', code: '123456' }
  const parts = {
    database: test.database,
    clock: test.clock,
    newId: test.server.newId,
    randomness: seededRandomness('demonstration'),
    keyring,
    sms: demonstrationSmsSender([listed], next),
    onSmsFault: () => {},
  }
  for (let visitor = 0; visitor < 8; visitor++) {
    await requestCode(parts, anyBrowser, { phone: '13800000002' })
    const opened = await signIn(parts, anyBrowser, { phone: '13800000002', code: '123456' }, null)
    expect(opened.identity?.villageId).toBe(HOUSE)
  }
  await requestCode(parts, anyBrowser, { phone: '13800000001' })
  expect(sent).toEqual(['13800000001'])
})

describe('cookies', () => {
  const cookiesBy = async (headers: Record<string, string>, remoteAddress = '127.0.0.1') => {
    const phone = '13800000002'
    const url = '/api/sign-in/code'
    const ask = { method: 'POST' as const, remoteAddress, payload: { phone } }
    const key = { 'idempotency-key': `cookies-${String((minutes += 1))}` }
    const asked = await test.http.inject({ ...ask, url, headers: { ...headers, ...key } })
    const code = test.sentCodes.at(-1)?.code
    const signedInBy = await test.http.inject({
      ...ask,
      url: '/api/sign-in',
      headers: { ...headers, 'idempotency-key': `${key['idempotency-key']}-in` },
      payload: { phone, code },
    })
    const set = [...asked.cookies, ...signedInBy.cookies]
    const isSecure = (name: string) => set.find((one) => one.name === name)?.secure === true
    return [isSecure('azalea_device'), isSecure('azalea_session')]
  }

  it('are Secure where the request came by HTTPS to a proxy beside the server', async () => {
    expect(await cookiesBy({ 'x-forwarded-proto': 'https' })).toEqual([true, true])
  })

  it('are not where it came in clear, nor where a stranger only says so', async () => {
    expect(await cookiesBy({})).toEqual([false, false])
    test.clock.advanceMinutes(61)
    const stranger = await cookiesBy({ 'x-forwarded-proto': 'https' }, '203.0.113.7')
    expect(stranger).toEqual([false, false])
  })
})
