import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readPublicAddress } from '../public-address.ts'
import { WECHAT_PAY_API, type WechatPaySettings } from './wechat-pay.ts'

type Env = Readonly<Record<string, string | undefined>>

const names = {
  merchantId: 'AZALEA_WECHAT_PAY_MERCHANT_ID',
  appId: 'AZALEA_WECHAT_PAY_APP_ID',
  merchantSerial: 'AZALEA_WECHAT_PAY_MERCHANT_SERIAL',
  merchantKeyFile: 'AZALEA_WECHAT_PAY_MERCHANT_KEY_FILE',
  platformKeys: 'AZALEA_WECHAT_PAY_PLATFORM_KEYS',
  apiV3KeyFile: 'AZALEA_WECHAT_PAY_API_V3_KEY_FILE',
} as const

const API_V3_KEY_BYTES = 32

/**
 * The account with WeChat Pay as the environment says it: all of it, or nothing (null). Secrets are
 * read from files alone. What is wrong is told in one sentence, which names a variable and no value
 * of a secret.
 */
export function readWechatPay(
  env: Env,
  read: (file: string) => string,
): WechatPaySettings | null | string {
  const said = Object.fromEntries(
    Object.entries(names).map(([field, name]) => [field, env[name]?.trim() ?? '']),
  ) as Record<keyof typeof names, string>
  const missing = Object.entries(names).filter(
    ([field]) => said[field as keyof typeof names] === '',
  )
  if (missing.length === Object.keys(names).length) return null
  if (missing.length > 0)
    return `WeChat Pay is set as a whole or not at all; missing: ${missing.map(([, name]) => name).join(', ')}.`
  const apiUrl = readPublicAddress(env['AZALEA_WECHAT_PAY_API']?.trim() || WECHAT_PAY_API)
  if (apiUrl === null)
    return 'AZALEA_WECHAT_PAY_API must be an address such as https://relay.example.org.'
  const merchantKey = readKey(said.merchantKeyFile, read, createPrivateKey)
  if (merchantKey === null)
    return `${names.merchantKeyFile} must name a readable PEM file with a private key.`
  const platformKeys = readPlatformKeys(said.platformKeys, read)
  if (platformKeys === null)
    return `${names.platformKeys} must be pairs such as PUB_KEY_ID_0116=platform.pem, separated by commas, each a readable PEM file with a public key or certificate.`
  const apiV3Key = readText(said.apiV3KeyFile, read)?.trim() ?? ''
  if (Buffer.byteLength(apiV3Key, 'utf8') !== API_V3_KEY_BYTES)
    return `${names.apiV3KeyFile} must name a readable file with the 32 characters of the APIv3 key.`
  const { merchantId, appId, merchantSerial } = said
  return { merchantId, appId, merchantSerial, merchantKey, platformKeys, apiV3Key, apiUrl }
}

function readText(file: string, read: (file: string) => string): string | null {
  try {
    return read(file)
  } catch {
    return null
  }
}

function readKey(
  file: string,
  read: (file: string) => string,
  parse: (pem: string) => { readonly asymmetricKeyType?: string | undefined },
): string | null {
  const pem = readText(file, read)
  try {
    return pem !== null && parse(pem).asymmetricKeyType === 'rsa' ? pem : null
  } catch {
    return null
  }
}

function readPlatformKeys(
  said: string,
  read: (file: string) => string,
): ReadonlyMap<string, string> | null {
  const keys = new Map<string, string>()
  for (const pair of said.split(',')) {
    const [, serial, file] = /^\s*([\w-]+)=(.+?)\s*$/.exec(pair) ?? []
    const key = file === undefined ? null : readKey(file, read, createPublicKey)
    if (serial === undefined || key === null || keys.has(serial)) return null
    keys.set(serial, key)
  }
  return keys
}
