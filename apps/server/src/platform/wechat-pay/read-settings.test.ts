import { expect, it } from 'vitest'
import { makeAccount } from '../../pay-sandbox/sandbox-account.ts'
import { readWechatPay } from './read-settings.ts'

const account = makeAccount()
const files: Record<string, string> = {
  'own.pem': account.merchantKey,
  'platform.pem': account.platformPublicKey,
  'v3.txt': `${account.apiV3Key}\n`,
  'short.txt': 'too short',
}
const read = (file: string) => {
  const text = files[file]
  if (text === undefined) throw new Error('no such file')
  return text
}
const env = {
  AZALEA_WECHAT_PAY_MERCHANT_ID: '1900000001',
  AZALEA_WECHAT_PAY_APP_ID: 'wx01',
  AZALEA_WECHAT_PAY_MERCHANT_SERIAL: '5A4D',
  AZALEA_WECHAT_PAY_MERCHANT_KEY_FILE: 'own.pem',
  AZALEA_WECHAT_PAY_PLATFORM_KEYS: 'PUB_KEY_ID_01=platform.pem',
  AZALEA_WECHAT_PAY_API_V3_KEY_FILE: 'v3.txt',
}

it('takes the account as a whole, or none', () => {
  expect(readWechatPay({}, read)).toBeNull()
  expect(readWechatPay(env, read)).toMatchObject({
    merchantId: '1900000001',
    apiV3Key: account.apiV3Key,
    platformKeys: new Map([['PUB_KEY_ID_01', account.platformPublicKey]]),
    apiUrl: 'https://api.mch.weixin.qq.com',
  })
})

it('refuses half of it and files that are no keys, in one sentence that tells no secret', () => {
  for (const name of Object.keys(env))
    expect(readWechatPay({ ...env, [name]: '' }, read)).toBe(
      `WeChat Pay is set as a whole or not at all; missing: ${name}.`,
    )
  for (const [name, value] of [
    ['AZALEA_WECHAT_PAY_MERCHANT_KEY_FILE', 'platform.pem'],
    ['AZALEA_WECHAT_PAY_MERCHANT_KEY_FILE', 'nowhere.pem'],
    ['AZALEA_WECHAT_PAY_PLATFORM_KEYS', 'platform.pem'],
    ['AZALEA_WECHAT_PAY_PLATFORM_KEYS', 'A=platform.pem,A=platform.pem'],
    ['AZALEA_WECHAT_PAY_PLATFORM_KEYS', 'A=v3.txt'],
    ['AZALEA_WECHAT_PAY_API_V3_KEY_FILE', 'short.txt'],
    ['AZALEA_WECHAT_PAY_API', 'no address'],
  ] as const) {
    const said = readWechatPay({ ...env, [name]: value }, read)
    expect(said).toContain(name)
    expect(said).not.toMatch(/too short|PRIVATE|sandbox-key/)
  }
})
