import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestServer, type TestServer } from '../../../../test/server.ts'
import { seededRandomness } from '../../../../test/randomness.ts'
import { Keyring } from '../../../platform/keyring.ts'
import { foundVillage } from '../founding/found-village.ts'

const PHONE = '13800000001'
let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
  const keyring = new Keyring(Buffer.alloc(32, 7), seededRandomness('sign-in'))
  await foundVillage(
    { ...test.server, keyring },
    {
      villageId: '330109102301',
      name: '山下村',
      townName: '戴村镇',
      optInText: '自愿',
      isDemonstration: false,
      operator: { name: '沈工', phone: '13900002301' },
      committee: [
        { name: '陈秀芳', phone: PHONE },
        { name: '张三', phone: '13800000002' },
      ],
    },
  )
})
afterAll(() => test.close())
beforeEach(() => test.clock.advanceMinutes(25 * 60))

/** A browser at an address, with the cookies that it was given. */
class Browser {
  readonly #address: string
  readonly #keepsCookies: boolean
  device = ''

  constructor(address: string, keepsCookies = true) {
    this.#address = address
    this.#keepsCookies = keepsCookies
  }

  async #post(url: string, payload: object) {
    const answer = await test.http.inject({
      method: 'POST',
      url,
      payload,
      remoteAddress: this.#address,
      headers: { 'x-forwarded-for': '', ...(this.device ? { cookie: this.device } : {}) },
    })
    const given = answer.cookies.find(({ name }) => name === 'azalea_device')
    if (given && this.#keepsCookies) this.device = `azalea_device=${given.value}`
    return answer
  }

  async ask(phone = PHONE): Promise<{ refused: string | null; code: string }> {
    const before = test.sentCodes.length
    const answer = await this.#post('/api/sign-in/code', { phone })
    const refused = answer.statusCode === 200 ? null : answer.json().code
    return { refused, code: test.sentCodes[before]?.code ?? '' }
  }

  async enter(code: string, phone = PHONE): Promise<boolean> {
    return (await this.#post('/api/sign-in', { phone, code })).statusCode === 200
  }
}

const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('a stranger who knows a telephone', () => {
  it('uses up their own tries, and not those of the code that its owner was sent', async () => {
    const [owner, stranger] = [new Browser('10.0.0.1'), new Browser('10.0.0.2')]
    const { code } = await owner.ask()
    await stranger.ask()
    for (let tries = 0; tries < 6; tries++) await stranger.enter(wrong(code))
    expect(await stranger.enter(code)).toBe(false)
    expect(await owner.enter(code)).toBe(true)
  })

  it('without a cookie at the owner’s own address has tries apart', async () => {
    const [owner, stranger] = [new Browser('10.0.0.1'), new Browser('10.0.0.1', false)]
    const { code } = await owner.ask()
    for (let tries = 0; tries < 6; tries++) await stranger.enter(wrong(code))
    expect(await stranger.enter(code)).toBe(false)
    expect(await owner.enter(code)).toBe(true)
  })

  it('who asks for codes all day blocks neither a browser that was signed in, nor another stranger', async () => {
    const owner = new Browser('10.0.0.1')
    expect(await owner.enter((await owner.ask()).code)).toBe(true)
    const stranger = new Browser('10.0.0.2')
    const refusals: (string | null)[] = []
    for (let times = 0; times < 12; times++) {
      test.clock.advanceMinutes(15)
      refusals.push((await stranger.ask()).refused)
    }
    expect(refusals.slice(0, 4)).toEqual([null, null, null, null])
    expect(refusals.slice(-2)).toEqual(['too_many_codes_today', 'too_many_codes_today'])
    expect((await new Browser('10.0.0.3').ask()).refused).toBeNull()
    expect(await owner.enter((await owner.ask()).code)).toBe(true)
  })

  it('at however many addresses is held by a cap a day, which the owner’s browser is not', async () => {
    const owner = new Browser('10.0.0.1')
    expect(await owner.enter((await owner.ask()).code)).toBe(true)
    const refusals: (string | null)[] = []
    for (let no = 10; no < 35; no++)
      refusals.push((await new Browser(`10.0.1.${no}`).ask()).refused)
    // The owner's first request came from a browser that was not known yet.
    expect(refusals.filter((refused) => refused === null)).toHaveLength(19)
    test.clock.advanceMinutes(2)
    expect((await owner.ask()).refused).toBeNull()
  })
})

it('people behind one address each get a code and sign in', async () => {
  const phones = ['13800000001', '13800000002', '13900002301']
  for (const phone of phones) {
    const browser = new Browser('10.0.0.9')
    const { code } = await browser.ask(phone)
    expect(await browser.enter(code, phone)).toBe(true)
  }
})

it('a client without cookies signs in from the address where it asked, whole IPv6 networks being one', async () => {
  const asked = new Browser('2001:db8:1:2::1', false)
  const { code } = await asked.ask()
  expect(await new Browser('2001:db8:1:3::1', false).enter(code)).toBe(false)
  expect(await new Browser('2001:db8:1:2:ffff::9', false).enter(code)).toBe(true)
})
