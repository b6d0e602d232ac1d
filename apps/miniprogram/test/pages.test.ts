import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { OUTBOX_RETRY_MILLISECONDS } from '@azalea/client'
import { openApp, type OpenApp } from './simulator.ts'
import { createWxDouble, type WxDouble } from './wx-double.ts'

/** Answers as a village's server would, by path; a function sees the request. */
type Answers = Record<string, { status?: number; json: unknown }>

const CODE = '0000010W'
const session = {
  person: { personId: 'p1', name: '陈秀芳' },
  village: {
    villageId: '330109102259',
    name: '大石盖村',
    townName: '戴村镇',
    isDemonstration: false,
  },
  roles: ['villager'],
  household: { householdId: 'h1', houseNo: '1', groupNo: 1, groupName: '第1组', joined: true },
  villages: [{ villageId: '330109102259', name: '大石盖村' }],
}
const signedIn = { isBound: true, token: 't'.repeat(43), choices: null, session }
const plate = {
  code: CODE,
  villageId: '330109102259',
  villageName: '大石盖村',
  subject: {
    subjectId: 's1',
    kind: 'plot',
    label: '菜地 A-1',
    groupNo: 1,
    groupName: '第1组',
    story: '轮作三年',
    photo: null,
    keeper: '陈×芳',
    isMine: false,
    mayWriteStory: false,
  },
  stars: { averageTenths: 42, count: 5, distribution: [0, 0, 1, 2, 2] },
  fairScore: null,
  myRating: null,
  canRate: { ok: true, code: null, sentence: null },
  recent: [{ stars: 4, words: '整齐', photoFileId: null, ratedOn: '2026-03-01' }],
}

let server: Server
let base = ''
let answers: Answers = {}
let bodies: unknown[] = []
let wx: WxDouble
let app: OpenApp

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      if (pieces.length > 0) bodies.push(JSON.parse(Buffer.concat(pieces).toString()))
      const { status = 200, json } = answers[(request.url ?? '').split('?')[0] ?? ''] ?? {
        status: 404,
        json: { code: 'unknown_route', detail: '没有这个地址。' },
      }
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(json))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => void server.close(resolve)))
beforeEach(async () => {
  answers = {}
  bodies = []
  wx = createWxDouble(() => 'login-code')
  app = await openApp(base, wx)
  // The first builds, and loads the simulator.
}, 60_000)
afterEach(() => app.close())

async function signInAs() {
  answers['/api/wechat/sign-in'] = { json: signedIn }
  answers['/api/me/awards'] = { json: { items: [], nextCursor: null, total: 0 } }
  const home = app.open('/pages/home/home')
  await home.tap('.act--sign-in')
  await home.until(({ text, data }) => text().includes('陈秀芳') && data['isLoading'] === false)
  return home
}

describe('the plate’s page', () => {
  beforeEach(() => {
    answers[`/api/plates/${CODE}`] = { json: plate }
  })

  it('is arrived at by a scene, an address or a code, each encoded, and by nothing else', async () => {
    for (const query of [
      `scene=${CODE}`,
      `scene=${CODE.toLowerCase()}`,
      `q=${encodeURIComponent(`https://book.example/p/${CODE}`)}&scancode_time=1`,
      `code=${CODE}`,
    ]) {
      const page = app.open(`/pages/plate/plate?${query}`)
      await page.until(({ data }) => data['state'] === 'ready')
      expect(page.text()).toContain('菜地 A-1')
      expect(page.text()).toContain('4.2 星')
    }
    for (const query of ['', 'scene=hello', 'scene=00000100', `q=${'x'.repeat(600)}`, 'scene=%'])
      expect(app.open(`/pages/plate/plate?${query}`).text()).toContain('不是村里的码')
  })

  it('can be read without signing in, and leads there to rate', async () => {
    const page = app.open(`/pages/plate/plate?scene=${CODE}`)
    await page.until(({ has }) => has('.sign-in'))
    expect(page.has('.give')).toBe(false)
    await page.tap('.sign-in')
    expect(wx.visited).toEqual(['/pages/sign-in/sign-in'])
  })

  const given = {
    ratingId: 'r1',
    award: { awardId: 'a1', pointsHundredths: 200, state: 'final' },
    stars: { averageTenths: 41, count: 6, distribution: [0, 0, 1, 3, 2] },
  }
  const keysSent = () =>
    wx.requests
      .filter(({ url }) => url.endsWith('/api/ratings'))
      .map(({ header }) => header['Idempotency-Key'])
  const rated = async (isOnline = true) => {
    const page = app.open(`/pages/plate/plate?scene=${CODE}`)
    await page.until(({ has }) => has('.give'))
    await page.tap('.star', { within: '.stars', no: 3 })
    await page.type('.words', ' 很整齐 ')
    if (!isOnline) wx.setOnline(false)
    await page.tap('.give')
    await page.until(({ data }) => data['isGiving'] === false)
    return page
  }

  it('sends stars and words, and shows what came of it', async () => {
    await signInAs()
    answers['/api/ratings'] = { json: given }
    const unrated = app.open(`/pages/plate/plate?scene=${CODE}`)
    await unrated.until(({ has }) => has('.give'))
    await unrated.tap('.give')
    expect(unrated.text()).toContain('请先点几颗星')
    const page = await rated()
    expect(bodies.at(-1)).toMatchObject({ plateCode: CODE, stars: 4, words: '很整齐' })
    expect(page.text()).toContain('记下了，您评了 4 星。')
    expect(page.text()).toContain('4.1 星')
    expect(page.text()).toContain('+2')
    await page.tap('.see-award')
    expect(wx.visited.at(-1)).toBe('/pages/award/award?id=a1')
    const waiting = app.open('/pages/waiting/waiting')
    await waiting.until(({ text }) => text().includes('没有等着的事'))
  })

  it('keeps a rating that finds no network, tells so, and sends it once when it is back', async () => {
    const home = await signInAs()
    const page = await rated(false)
    expect(page.text()).toContain('还没送出去')
    expect(page.text()).not.toContain('没有给评星记分')
    await home.until(({ text }) => text().includes('有 1 件事等着发送'))
    // The mini-program is closed and opened again: what waits outlives it.
    await app.close()
    app = await openApp(base, wx)
    const waiting = app.open('/pages/waiting/waiting')
    await waiting.until(({ text }) => text().includes('打星 · 菜地 A-1'))
    expect(waiting.text()).toContain('等着发送')
    answers['/api/ratings'] = { json: given }
    const tried = keysSent().length
    wx.setOnline(true)
    await waiting.until(({ text }) => text().includes('已送到'))
    expect(keysSent().length).toBe(tried + 1)
    expect(new Set(keysSent()).size).toBe(1)
    expect(bodies.at(-1)).toMatchObject({ plateCode: CODE, stars: 4, words: '很整齐' })
    await waiting.tap('.drop')
    await waiting.until(({ text }) => text().includes('没有等着的事'))
  })

  it('tries again once a minute, whatever WeChat says of the network', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    await app.close()
    app = await openApp(base, wx)
    await signInAs()
    await rated(false)
    answers['/api/ratings'] = { json: given }
    const tried = keysSent().length
    wx.isOnline = true
    vi.advanceTimersByTime(OUTBOX_RETRY_MILLISECONDS)
    await vi.waitFor(() => expect(keysSent().length).toBe(tried + 1))
    await wx.settled()
    await app.close()
    vi.advanceTimersByTime(10 * OUTBOX_RETRY_MILLISECONDS)
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
    app = await openApp(base, wx)
  })

  it('is rated unseen where nobody answers, since the code tells that it was not misread', async () => {
    await signInAs()
    wx.setOnline(false)
    const page = await rated()
    expect(page.text()).toContain('还没送出去')
    const waiting = app.open('/pages/waiting/waiting')
    await waiting.until(({ text }) => text().includes(`打星 · ${CODE}`))
    const json = { code: 'own', detail: '这是您家的。', words: { zh: '这是您家的。', en: 'yours' } }
    answers['/api/ratings'] = { status: 403, json }
    wx.setOnline(true)
    await waiting.until(({ text }) => text().includes('没有办成'))
    expect(waiting.text()).toContain('这是您家的。')
  })

  it('says beside the stars whether they change anybody’s points', async () => {
    await signInAs()
    const stages = [{ stage: 'base' }, { stage: 'passers_by' }]
    answers['/api/rule-sheet'] = { json: { sheet: { items: [{ stages }] } } }
    const shown = async (kind: string) => {
      answers[`/api/plates/${CODE}`] = {
        json: { ...plate, subject: { ...plate.subject, kind } },
      }
      const page = app.open(`/pages/plate/plate?scene=${CODE}`)
      await page.until(({ data }) => data['whatStarsDo'] !== '')
      return page.text()
    }
    expect(await shown('plot')).toContain('不改变谁的分')
    expect(await shown('post')).toContain('会算进当班人的得分')
    answers['/api/rule-sheet'] = { json: { sheet: { items: [{ stages: [{ stage: 'base' }] }] } } }
    expect(await shown('post')).toContain('不改变谁的分')
  })

  it('says why one may not rate', async () => {
    await signInAs()
    const sentence = '这是您家的地，不能自己评。'
    const canRate = { ok: false, code: 'own', sentence }
    answers[`/api/plates/${CODE}`] = { json: { ...plate, canRate } }
    const page = app.open(`/pages/plate/plate?scene=${CODE}`)
    await page.until(({ text }) => text().includes(sentence))
    expect(page.has('.give')).toBe(false)
  })
})

describe('privacy', () => {
  it('comes first: without consent WeChat is asked for no login, and nothing is sent', async () => {
    wx.consent = false
    const home = app.open('/pages/home/home')
    await home.tap('.act--sign-in')
    await home.until(({ text }) => text().includes('没有同意隐私保护指引'))
    const page = app.open('/pages/sign-in/sign-in')
    await page.until(({ has }) => has('.again'))
    expect(wx.askedBeforeConsent).toEqual([])
    expect(wx.requests).toEqual([])
  })
})

describe('signing in', () => {
  it('tells a refusal of the server in its words, and can be tried again', async () => {
    const json = { code: 'wechat_off', detail: '没有开通', words: { zh: '没有开通', en: 'off' } }
    answers['/api/wechat/sign-in'] = { status: 503, json }
    const page = app.open('/pages/sign-in/sign-in')
    await page.until(({ text }) => text().includes('没有开通'))
    answers['/api/wechat/sign-in'] = {
      json: { ...signedIn, isBound: false, token: null, session: null },
    }
    await page.tap('.again')
    await page.until(({ has }) => has('.phone'))
  })

  it('lets a person of several villages choose', async () => {
    const choices = [
      { villageId: '330109102260', villageName: '石马头村', personId: 'p2', personName: '陈秀芳' },
    ]
    answers['/api/wechat/sign-in'] = { json: { ...signedIn, token: null, session: null, choices } }
    const page = app.open('/pages/sign-in/sign-in')
    await page.until(({ has }) => has('.village'))
    answers['/api/wechat/sign-in'] = { json: signedIn }
    await page.tap('.village')
    await page.until(({ data }) => data['step'] === 'done')
    expect(bodies.at(-1)).toEqual({ loginCode: 'login-code', villageId: '330109102260' })
    expect(wx.visited.at(-1)).toBe('/pages/home/home')
  })

  it('renews a session that has ended, once, and sends the request again', async () => {
    const home = await signInAs()
    answers['/api/me/awards'] = {
      status: 401,
      json: { code: 'not_signed_in', detail: '请先登录。' },
    }
    const before = wx.requests.length
    home.show()
    await home.until(({ text }) => text().includes('请先登录'))
    const asked = wx.requests.slice(before).map(({ url }) => new URL(url).pathname)
    expect(asked).toEqual(['/api/me/awards', '/api/wechat/sign-in', '/api/me/awards'])
  })
})

describe('settings', () => {
  it('make letters large and speak English, on every page and the next time too', async () => {
    const mine = app.open('/pages/mine/mine')
    await mine.tap('.elder')
    await mine.tap('.language')
    await mine.until(({ text }) => text().includes('Usual letters'))
    expect(app.open('/pages/home/home').data['screen']).toMatchObject({ size: 'elder' })
    expect(wx.titles.at(-1)).toBe('Azalea')
    expect([...wx.storage.values()]).toContainEqual({ language: 'en', isElder: true })
  })
})

describe('scanning', () => {
  it('opens plates of ours by QR and by mini-program code, and nothing else', async () => {
    const home = app.open('/pages/home/home')
    for (const scanned of [
      { result: `https://book.example/p/${CODE}` },
      { path: `pages/plate/plate?scene=${CODE}`, result: 'whatever' },
    ]) {
      wx.scanned = scanned
      await home.tap('.act--main')
      expect(wx.visited.at(-1)).toBe(`/pages/plate/plate?code=${CODE}`)
    }
    const before = wx.visited.length
    wx.scanned = { result: 'https://elsewhere.example/login' }
    await home.tap('.act--main')
    expect(home.text()).toContain('不是村里的码')
    wx.scanned = null
    await home.tap('.act--main')
    expect(wx.visited).toHaveLength(before)
  })
})
