import { isPlateCode, readPlateCode } from '@azalea/text'

/** More than any address on a plate has. */
const LONGEST = 500

/**
 * The plate that a scene, the QR code of a plate or typed letters mean; null when it is none. Which
 * host stands in the address is not looked at: a village may be served under several names, and only
 * the code is ever used.
 */
export function plateOf(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > LONGEST) return null
  const inAddress = /\/p\/([^/?#]+)(?:\?[^#]*)?$/.exec(trimmed)?.[1]
  const code = readPlateCode(decoded(inAddress ?? trimmed))
  return isPlateCode(code) ? code : null
}

/** How a page was arrived at, as WeChat tells it. */
export interface Arrival {
  /** Of a mini-program code, encoded. */
  readonly scene?: string
  /** The address of an ordinary QR code that opens the mini-program, encoded. */
  readonly q?: string
  readonly code?: string
}

export function plateOfArrival({ scene, q, code }: Arrival): string | null {
  const told = scene ?? q ?? code
  return told === undefined ? null : plateOf(decoded(told))
}

/** What `wx.scanCode` read: a mini-program code of ours gives a path, every other code its text. */
export function plateOfScan({ path, result }: { path?: string; result?: string }): string | null {
  const scene = /[?&]scene=([^&]+)/.exec(path ?? '')?.[1]
  return scene === undefined ? plateOf(result ?? '') : plateOf(decoded(scene))
}

/** A lone percent sign is no encoding. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
