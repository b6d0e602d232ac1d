import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Randomness } from '../../../platform/identity.ts'
import { senderKeyOf } from '../../../platform/http/sender-address.ts'
import { setOwnCookie } from '../../../platform/http/set-cookie.ts'
import type { Keyring } from '../../../platform/keyring.ts'

/** Who asks for a code or tries one: the browser by its cookie, and the address it comes from. */
export interface Asker {
  readonly deviceHash: string
  /** Whether the browser brought its cookie, or was given one just now. */
  readonly hasDevice: boolean
  readonly addressHash: string
}

const DEVICE_COOKIE = 'azalea_device'
const DEVICE_DAYS = 365
const DEVICE_BYTES = 18
const deviceShape = /^[A-Za-z0-9_-]{24}$/

export interface AskerParts {
  readonly keyring: Keyring
  readonly randomness: Randomness
  readonly publicUrl: string
}

/** Tells who asks, and gives a browser without a cookie one. It says nothing about a person. */
export function askerOf(
  { keyring, randomness, publicUrl }: AskerParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Asker {
  const brought = request.cookies[DEVICE_COOKIE] ?? ''
  const hasDevice = deviceShape.test(brought)
  const device = hasDevice ? brought : randomness.bytes(DEVICE_BYTES).toString('base64url')
  if (!hasDevice)
    setOwnCookie({ request, reply }, publicUrl, {
      name: DEVICE_COOKIE,
      value: device,
      path: '/api',
      maxAgeDays: DEVICE_DAYS,
    })
  return {
    deviceHash: keyring.hashOf('sign-in device', device),
    hasDevice,
    addressHash: keyring.hashOf('sign-in address', senderKeyOf(request.ip)),
  }
}
