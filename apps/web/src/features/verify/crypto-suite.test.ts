import { utf8Encode } from '@azalea/tlog'
import { expect, it } from 'vitest'
import { openCryptoSuite } from './crypto-suite.ts'

it.each([
  ['no WebCrypto', undefined],
  [
    'a WebCrypto without Ed25519',
    {
      importKey: () => Promise.reject(new Error('NotSupportedError')),
      verify: () => Promise.reject(new Error('never asked')),
    },
  ],
])('checks signatures in an engine with %s', async (_, subtle) => {
  const { verifyEd25519 } = await openCryptoSuite(subtle)
  const { privateKey, publicKey } = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const message = utf8Encode('300 entries')
  const signature = new Uint8Array(
    await crypto.subtle.sign('Ed25519', privateKey, new Uint8Array(message)),
  )
  const key = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  expect(await verifyEd25519(key, message, signature)).toBe(true)
  expect(await verifyEd25519(key, utf8Encode('301 entries'), signature)).toBe(false)
})
