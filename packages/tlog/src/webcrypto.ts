import type { VerifySignature } from './signatures.ts'

/** The part of WebCrypto's `SubtleCrypto` used here, so that no browser types are needed. */
export interface SubtleEd25519<Key> {
  importKey(
    format: 'raw',
    keyData: Uint8Array<ArrayBuffer>,
    algorithm: 'Ed25519',
    extractable: boolean,
    keyUsages: 'verify'[],
  ): Promise<Key>
  verify(
    algorithm: 'Ed25519',
    key: Key,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>
}

/** Ed25519 by the browser's (or Node's) own WebCrypto: `verifyEd25519With(crypto.subtle)`. */
export function verifyEd25519With<Key>(subtle: SubtleEd25519<Key>): VerifySignature {
  return async (publicKey, message, signature) => {
    const key = await subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, [
      'verify',
    ])
    return subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message))
  }
}
