import { describe, expect, it, onTestFinished } from 'vitest'
import { useTestDatabase } from '../../../../test/database.ts'
import { TEST_START, testDependencies } from '../../../../test/server.ts'
import { compose } from '../../../compose.ts'
import type { Dependencies } from '../../../parts.ts'
import { ManualClock } from '../../../platform/clock.ts'
import { villageNameOf } from './divisions.ts'

async function emptyServer(change: Partial<Dependencies> = {}) {
  const test = await useTestDatabase()
  const { dependencies, sentCodes } = testDependencies(test.database, new ManualClock(TEST_START))
  const { http } = await compose({ ...dependencies, ...change })
  await http.ready()
  onTestFinished(() => http.close())
  const get = async (url: string) => http.inject({ url })
  const post = async (url: string, payload: object) =>
    http.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'zh' } })
  return { ...test, get, post, sentCodes }
}

const body = {
  setupToken: 'test-setup-token',
  villageId: '330109102259',
  operator: { name: '沈工', phone: '13900000000' },
  committee: [
    { name: ' 陈秀芳 ', phone: '+86 138 0000 0001' },
    { name: '沈工', phone: '13900000000' },
  ],
  optInText: '我户自愿加入积分制，可随时退出。',
}

describe('a new server', () => {
  it('waits for its first village and names the places it knows', async () => {
    const { get } = await emptyServer()
    expect((await get('/api/setup')).json()).toEqual({
      needed: true,
      demonstration: false,
      villages: [],
      publicUrl: null,
      demonstrationSignIns: null,
    })
    const { towns, villages } = (await get('/api/setup/divisions?town=330109102000')).json()
    expect(towns).toContainEqual({ code: '330109102000', name: '戴村镇' })
    expect(villages).toContainEqual({ code: '330109102259', name: '大石盖村' })
    expect((await get('/api/setup/divisions')).json().villages).toEqual([])
  })

  it('is told where people reach it, and refuses what leads from a telephone nowhere', async () => {
    const { get, post, owner } = await emptyServer()
    for (const publicUrl of ['javascript:alert(1)', 'http://localhost:8080', 'http://127.0.0.1'])
      expect((await post('/api/setup', { ...body, publicUrl })).json()).toMatchObject({
        code: 'bad_public_url',
      })
    await post('/api/setup', { ...body, publicUrl: 'https://village.example/' })
    expect((await get('/api/setup')).json()).toMatchObject({
      publicUrl: null,
      villages: [{ publicUrl: 'https://village.example' }],
    })
    const { rows } = await owner.query(
      "SELECT convert_from(leaf, 'UTF8')::json->'public' AS told FROM record WHERE kind = 'village.public-url-said'",
    )
    expect(rows).toEqual([{ told: { publicUrl: 'https://village.example' } }])
  })

  it('checks each part when it is entered, and founds nothing by it', async () => {
    const { get, post } = await emptyServer()
    const { setupToken } = body
    const told = async (part: object) =>
      (await post('/api/setup/check', { setupToken, ...part })).json().code ?? 'taken'
    expect(await told({})).toBe('taken')
    expect(await told({ setupToken: 'guessed' })).toBe('wrong_setup_token')
    expect(await told({ villageId: '990109102259' })).toBe('unknown_division')
    expect(await told({ villageId: body.villageId })).toBe('taken')
    expect(await told({ publicUrl: 'http://localhost:8080' })).toBe('bad_public_url')
    expect(await told({ publicUrl: 'http://192.168.1.5:8111' })).toBe('taken')
    expect(await told({ operator: { name: '沈工', phone: '123' } })).toBe('bad_phone')
    expect(await told({ committee: body.committee, optInText: body.optInText })).toBe('taken')
    expect(await told({ operator: { name: '沈工', phone: '13800000001' } })).toBe('taken')
    const one = { name: '沈工', phone: '13800000001' }
    expect(await told({ operator: one, committee: body.committee })).toBe('founders_share_phone')
    expect((await get('/api/setup')).json()).toMatchObject({ needed: true, villages: [] })
    await post('/api/setup', body)
    expect(await told({})).toBe('already_set_up')
  })

  it.each(['192.168.1.5:8111', 'village.example:8080', 'localhost:8111', 'village.example'])(
    'says of %s that its http:// is missing',
    async (publicUrl) => {
      const { post } = await emptyServer()
      const answer = await post('/api/setup', { ...body, publicUrl })
      expect(answer.json()).toMatchObject({ code: 'public_url_without_scheme' })
    },
  )

  it('need not ask where the server’s settings say it, and those come first', async () => {
    const { get, post } = await emptyServer({ publicUrl: 'https://set.example' })
    await post('/api/setup', { ...body, publicUrl: 'https://village.example' })
    expect((await get('/api/setup')).json()).toMatchObject({
      publicUrl: 'https://set.example',
      villages: [{ publicUrl: 'https://set.example' }],
    })
  })

  it('is set up once: village, operator, committee, opt-in text', async () => {
    const { get, post, sentCodes, owner } = await emptyServer()
    expect((await post('/api/setup', body)).json()).toEqual({ villageId: '330109102259' })
    expect((await get('/api/setup')).json()).toMatchObject({
      needed: false,
      villages: [{ villageId: '330109102259', name: '大石盖村', townName: '戴村镇' }],
    })
    expect((await get('/api/villages/330109102259')).json()).toEqual({
      villageId: '330109102259',
      name: '大石盖村',
      townName: '戴村镇',
      optInText: body.optInText,
      optInVersion: 1,
      memberHouseholds: 0,
      houseNumbering: 'village',
      objectionPhone: null,
      households: 0, // the office is nobody's home
      people: 2,
    })
    const again = await post('/api/setup', { ...body, villageId: '330282121235' })
    expect(again.json()).toMatchObject({ code: 'already_set_up', status: 409 })
    expect((await get('/api/setup/divisions')).json().code).toBe('already_set_up')
    await post('/api/sign-in/code', { phone: '13900000000' })
    const { code } = sentCodes[0] ?? {}
    const { session } = (await post('/api/sign-in', { phone: '13900000000', code })).json()
    expect(session).toMatchObject({ person: { name: '沈工' }, household: { houseNo: '村委' } })
    expect(session.roles).toEqual(['villager', 'committee', 'operator'])
    const { rows } = await owner.query('SELECT kind, leaf FROM record ORDER BY record_id')
    expect(rows.map((row) => row.kind)).toContain('village.founded')
    for (const row of rows) expect(row.leaf.toString()).not.toMatch(/陈秀芳|13800000001/)
  })

  it('is set up once when two pages send at the same moment', async () => {
    const { post, owner } = await emptyServer()
    const answers = await Promise.all([
      post('/api/setup', body),
      post('/api/setup', { ...body, villageId: '330282121235' }),
      post('/api/setup', body),
    ])
    const founded = answers.filter((answer) => answer.statusCode === 200)
    expect(founded).toHaveLength(1)
    for (const answer of answers)
      if (answer.statusCode !== 200) expect(answer.json().code).toBe('already_set_up')
    expect((await owner.query('SELECT FROM village')).rowCount).toBe(1)
  })

  it('takes a village that the list does not have with its names', async () => {
    const { post, get } = await emptyServer()
    const unknown = { ...body, villageId: '990109102259' }
    expect((await post('/api/setup', unknown)).json().code).toBe('unknown_division')
    const named = { ...unknown, villageName: '某村', townName: '某镇' }
    expect((await post('/api/setup', named)).statusCode).toBe(200)
    expect((await get('/api/villages/990109102259')).json()).toMatchObject({ name: '某村' })
    expect((await get('/api/villages/990109102250')).json().code).toBe('unknown_village')
    expect((await get('/api/villages/x')).json().code).toBe('invalid_request')
  })

  it('refuses one telephone under two names, however it is written, and names both', async () => {
    const { post, owner } = await emptyServer()
    const answer = await post('/api/setup', {
      ...body,
      committee: [...body.committee, { name: '李明', phone: '138-0000-0001' }],
    })
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'founders_share_phone',
      detail: expect.stringMatching(/陈秀芳.*李明/),
    })
    expect((await owner.query('SELECT FROM village')).rowCount).toBe(0)
  })

  it('refuses without the token from its console, or with bad input, and founds nothing', async () => {
    const { post, owner } = await emptyServer()
    const codeOf = async (change: object) =>
      (await post('/api/setup', { ...body, ...change })).json().code
    expect(await codeOf({ setupToken: 'guessed' })).toBe('wrong_setup_token')
    expect(await codeOf({ operator: { name: '沈工', phone: '123' } })).toBe('bad_phone')
    expect(await codeOf({ committee: [] })).toBe('invalid_request')
    expect(await codeOf({ villageId: '1' })).toBe('invalid_request')
    expect(await codeOf({ optInText: ' ' })).toBe('invalid_request')
    expect((await owner.query('SELECT FROM village')).rowCount).toBe(0)
  })
})

it('tells visitors of a demonstration how to sign in, and cannot be set up', async () => {
  const signIns = [
    { role: 'villager' as const, name: '张三', phone: '19900000001', code: '246810' },
  ]
  const { get, post } = await emptyServer({ setupToken: null, demonstrationSignIns: signIns })
  expect((await get('/api/setup')).json()).toEqual({
    needed: false,
    demonstration: true,
    villages: expect.any(Array),
    publicUrl: null,
    demonstrationSignIns: signIns,
  })
  expect((await post('/api/setup', body)).json().code).toBe('already_set_up')
})

it('marks its cookies Secure when people come by HTTPS', async () => {
  const { post, sentCodes } = await emptyServer({ publicUrl: 'https://azalea.example' })
  await post('/api/setup', body)
  await post('/api/sign-in/code', { phone: '13900000000' })
  const answer = await post('/api/sign-in', { phone: '13900000000', code: sentCodes[0]?.code })
  expect(answer.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax' })
})

it('names villages as people do', () => {
  expect(villageNameOf('大石盖村委会')).toBe('大石盖村')
  expect(villageNameOf('茶香村村民委员会')).toBe('茶香村')
  expect(villageNameOf('云达社区居委会')).toBe('云达社区')
  expect(villageNameOf('凌溪社区')).toBe('凌溪社区')
  expect(villageNameOf('天元居委会')).toBe('天元居委会')
})
