import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { WechatPaySettings } from '../platform/wechat-pay/wechat-pay.ts'

/** What a merchant and WeChat Pay have of each other: made up, of real key pairs. */
export interface SandboxAccount {
  readonly merchantId: string
  readonly appId: string
  readonly merchantSerial: string
  readonly merchantKey: string
  readonly merchantPublicKey: string
  readonly platformSerial: string
  readonly platformKey: string
  readonly platformPublicKey: string
  readonly apiV3Key: string
}

export function makeAccount(): SandboxAccount {
  const merchant = pair()
  const platform = pair()
  return {
    merchantId: '1900000001',
    appId: 'wx00000000000sandbox',
    merchantSerial: '5A4D'.repeat(10),
    merchantKey: merchant.privateKey,
    merchantPublicKey: merchant.publicKey,
    platformSerial: `PUB_KEY_ID_${'0'.repeat(32)}`,
    platformKey: platform.privateKey,
    platformPublicKey: platform.publicKey,
    apiV3Key: 'sandbox-key-of-thirty-two-bytes!',
  }
}

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

/** The settings that a merchant of this account enters. */
export const settingsOf = (account: SandboxAccount, apiUrl: string): WechatPaySettings => ({
  merchantId: account.merchantId,
  appId: account.appId,
  merchantSerial: account.merchantSerial,
  merchantKey: account.merchantKey,
  platformKeys: new Map([[account.platformSerial, account.platformPublicKey]]),
  apiV3Key: account.apiV3Key,
  apiUrl,
})

export const privateKeyOf = (pem: string): KeyObject => createPrivateKey(pem)
