import {
  createCipheriv,
  createDecipheriv,
  createSign,
  createVerify,
  type KeyObject,
} from 'node:crypto'

/**
 * The signatures and the sealed resources of WeChat Pay APIv3, the same for whoever asks and whoever
 * answers: https://pay.weixin.qq.com/wiki/doc/api_external/en/wechatpay/wechatpay4_1.shtml (signatures)
 * and …/wechatpay4_2.shtml (sealed resources).
 */
export const SCHEME = 'WECHATPAY2-SHA256-RSA2048'
export const ALGORITHM = 'AEAD_AES_256_GCM'
const TAG_BYTES = 16

/** Each line ends in a line feed, the last one too. */
const lines = (parts: readonly string[]) => parts.map((part) => `${part}\n`).join('')

/** What a request signs: the path with its query as it is sent, and the body's very bytes. */
export const requestText = (request: {
  readonly method: string
  readonly target: string
  readonly timestamp: string
  readonly nonce: string
  readonly body: string
}) => lines([request.method, request.target, request.timestamp, request.nonce, request.body])

/** What an answer or a notification signs. */
export const answerText = (answer: {
  readonly timestamp: string
  readonly nonce: string
  readonly body: string
}) => lines([answer.timestamp, answer.nonce, answer.body])

export function signText(text: string, key: KeyObject): string {
  return createSign('RSA-SHA256').update(text, 'utf8').sign(key, 'base64')
}

export function isSigned(text: string, signature: string, key: KeyObject): boolean {
  return createVerify('RSA-SHA256').update(text, 'utf8').verify(key, signature, 'base64')
}

export interface SealedResource {
  readonly algorithm: typeof ALGORITHM
  readonly ciphertext: string
  readonly associated_data: string
  readonly nonce: string
  readonly original_type: string
}

/** The key is the account's APIv3 key, of 32 bytes. */
export function sealResource(
  resource: unknown,
  key: Buffer,
  { nonce, original }: { readonly nonce: string; readonly original: string },
): SealedResource {
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.from(nonce, 'utf8'))
  cipher.setAAD(Buffer.from(original, 'utf8'))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(resource), 'utf8'), cipher.final()])
  return {
    algorithm: ALGORITHM,
    ciphertext: Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64'),
    associated_data: original,
    nonce,
    original_type: original,
  }
}

/** @throws Error when it was not sealed with this key, or was changed since */
export function openResource(resource: SealedResource, key: Buffer): unknown {
  const sealed = Buffer.from(resource.ciphertext, 'base64')
  if (sealed.length < TAG_BYTES) throw new Error('too short')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(resource.nonce, 'utf8'))
  decipher.setAAD(Buffer.from(resource.associated_data, 'utf8'))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const opened = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
  return JSON.parse(opened.toString('utf8'))
}
