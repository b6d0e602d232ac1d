import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp, type OpenApp, type OpenPage } from '../../miniprogram/test/simulator.ts'
import { createWxDouble, type WxDouble } from '../../miniprogram/test/wx-double.ts'
import { jobsOf } from '../src/modules.ts'
import { createWechat } from '../src/platform/wechat-http.ts'
import { sequenceAll } from './audited-log.ts'
import { addSubject, adoptGardenSheet } from './participation-village.ts'
import { addPerson, createTestServer, VILLAGE, type TestPerson, type TestServer } from './server.ts'
import { startWechatServer, WECHAT_APP, type WechatServer } from './wechat-server.ts'

const PHONE = '13812345678'

let wechat: WechatServer
let test: TestServer
let rater: TestPerson
let base: string
let wx: WxDouble
let app: OpenApp

beforeAll(async () => {
  wechat = await startWechatServer()
  test = await createTestServer({
    wechat: (clock) => createWechat({ ...WECHAT_APP, apiUrl: wechat.url }, clock),
  })
  await adoptGardenSheet(test)
  rater = await addPerson(test, { name: '陈秀芳' })
  const { keyring } = test.server
  await test.owner.query('UPDATE person SET phone = $1 WHERE person_id = $2', [
    PHONE,
    rater.personId,
  ])
  await test.owner.query(
    'INSERT INTO sign_in_identity (phone_hash, village_id, person_id) VALUES ($1, $2, $3)',
    [keyring.hashOf('phone', PHONE), VILLAGE, rater.personId],
  )
  await test.http.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(test.http.server.address() as AddressInfo).port}`
  wx = createWxDouble(() => wechat.login('oChenXiufang'))
  wx.serverTime = () => test.clock.now()
  app = await openApp(base, wx, 'official')
})
afterAll(async () => {
  await app.close()
  await test.close()
  await wechat.close()
})

/** What the clock asks of the village: points into ranks, and a week's ratings into the log. */
async function runJobs() {
  for (const job of jobsOf(test.server)) await job.run()
}

const opened = (): OpenPage => app.open(wx.visited.at(-1) ?? '')

it('arrive by a plate’s scene → bind phone → rate → award → rank → receipt verified', async () => {
  const keeper = await addPerson(test)
  const { code, label } = await addSubject(test, { keeper })

  // The village's log is begun.
  await sequenceAll(test.database, VILLAGE, test.clock.now())

  // Arrive: the plate is read without being anybody, and asks to sign in.
  const plate = app.open(`/pages/plate/plate?scene=${encodeURIComponent(code)}`)
  await plate.until(({ has }) => has('.sign-in'))
  expect(plate.text()).toContain(label)
  await plate.tap('.sign-in')

  // Bind: WeChat knows nobody yet; the telephone of the roster gets a code.
  const signIn = opened()
  await signIn.until(({ has }) => has('.phone'))
  await signIn.type('.phone', PHONE)
  await signIn.tap('.send')
  await signIn.until(({ has }) => has('.code'))
  await signIn.type('.code', '000000')
  await signIn.tap('.bind')
  await signIn.until(({ text }) => text().includes('验证码不对'))
  await signIn.type('.code', test.sentCodes.at(-1)?.code ?? '')
  await signIn.tap('.bind')
  await signIn.until(({ data }) => data['step'] === 'done')

  // Rate, and see what it came to.
  plate.show()
  await plate.until(({ has }) => has('.give'))
  await plate.tap('.star', { within: '.stars', no: 4 })
  await plate.type('.words', '整齐，没有杂草')
  await plate.tap('.give')
  await plate.until(({ data }) => data['state'] === 'given')
  expect(plate.text()).toContain('您评了 5 星')
  await plate.tap('.see-award')

  // The award with its stages; it waits for the week to be counted.
  const award = opened()
  await award.until(({ has, data }) => has('.points') && data['log'] !== '')
  expect(award.text()).toContain('已入账')
  expect(award.text()).toContain('基本分')
  expect(award.text()).toContain('和大家的一起进账本')
  expect(award.has('.verify')).toBe(false)

  // My rank.
  await runJobs()
  const rank = app.open('/pages/rank/rank')
  await rank.until(({ data }) => data['isLoading'] === false)
  expect(rank.text()).toContain('第 1 名')

  // A fortnight later the award is in the log, and its receipt is checked on the phone.
  test.clock.advanceMinutes(16 * 24 * 60)
  await runJobs()
  await sequenceAll(test.database, VILLAGE, test.clock.now())
  const later = app.open(wx.visited.at(-1) ?? '')
  await later.until(({ has }) => has('.verify'))
  await later.tap('.verify')
  const verdict = opened()
  await verdict.until(({ data }) => data['state'] !== 'checking')
  expect(verdict.text()).toContain('✓ 已经证明')
  expect(verdict.text()).toContain('和账本现在的样子也对过了')
  expect(verdict.data['state']).toBe('proved')
}, 120_000)

it('a rating without a network waits on the phone, and stands in the village once, at its own time', async () => {
  const keeper = await addPerson(test)
  const { code, subjectId, label } = await addSubject(test, { keeper })
  const plate = app.open(`/pages/plate/plate?scene=${code}`)
  await plate.until(({ has }) => has('.give'))
  await plate.tap('.star', { within: '.stars', no: 3 })
  const givenAt = test.clock.now().toISOString()
  // The server has it, and what it answers is lost: nobody knows on the phone.
  wx.losesAnswers = true
  await plate.tap('.give')
  await plate.until(({ text }) => text().includes('还没送出去'))
  wx.losesAnswers = false
  wx.setOnline(false)
  await plate.tap('.see-waiting')
  const waiting = opened()
  await waiting.until(({ text }) => text().includes(`打星 · ${label}`))
  await waiting.tap('.send-now')
  await waiting.until(({ text, data }) => !data['isSending'] && text().includes('等着发送'))
  test.clock.advanceMinutes(30)
  wx.setOnline(true)
  await waiting.until(({ text }) => text().includes('已送到'))
  const { rows } = await test.owner.query(
    'SELECT stars, rated_at FROM rating WHERE subject_id = $1',
    [subjectId],
  )
  expect(rows.map(({ stars }) => stars)).toEqual([4])
  expect(Math.abs(rows[0].rated_at.getTime() - Date.parse(givenAt))).toBeLessThan(60_000)
  const keys = wx.requests
    .filter(({ url }) => url.endsWith('/api/ratings'))
    .map(({ header }) => header['Idempotency-Key'])
  // One key for the first rating of this file, one for all tries of this one.
  expect(keys.length).toBeGreaterThan(3)
  expect(new Set(keys).size).toBe(2)
}, 60_000)

it('signs in by itself the next time, and not after it was unbound', async () => {
  wx.storage.clear()
  await app.close()
  app = await openApp(base, wx, 'official')
  const home = app.open('/pages/home/home')
  await home.tap('.act--sign-in')
  await home.until(({ text }) => text().includes('陈秀芳') && text().includes('已入账'))
  const mine = app.open('/pages/mine/mine')
  await mine.until(({ text }) => text().includes('138****5678') && text().includes('绑定'))
  await mine.tap('.unbind')
  await mine.until(({ has }) => has('.sign-in'))
  home.show()
  await home.until(({ has }) => has('.act--sign-in'))
  await home.tap('.act--sign-in')
  await home.until(() => wx.visited.at(-1) === '/pages/sign-in/sign-in')
}, 60_000)
