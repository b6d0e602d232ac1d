import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)]

/** More effort takes longer than it saves. */
const BROTLI_QUALITY = 4
/** Of fewer bytes the header costs more than it saves. */
const LEAST_BYTES = 512

export interface Compressed {
  readonly bytes: Buffer
  /** For Content-Encoding; null: as it was. */
  readonly encoding: 'br' | 'gzip' | null
}

/** Compresses what repeats itself, in a coding that the client takes (RFC 9110, 12.5.3). */
export async function compressFor(
  acceptEncoding: string | undefined,
  bytes: Buffer,
): Promise<Compressed> {
  const accepted = acceptedCodings(acceptEncoding ?? '')
  if (bytes.length < LEAST_BYTES) return { bytes, encoding: null }
  if (accepted.has('br')) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
    return { bytes: await brotli(bytes, { params }), encoding: 'br' }
  }
  if (accepted.has('gzip')) return { bytes: await zip(bytes), encoding: 'gzip' }
  return { bytes, encoding: null }
}

function acceptedCodings(header: string): Set<string> {
  return new Set(
    header.split(',').flatMap((part) => {
      const [name = '', ...params] = part.split(';').map((text) => text.trim().toLowerCase())
      return params.some((param) => /^q=0(\.0*)?$/.test(param)) ? [] : [name]
    }),
  )
}
