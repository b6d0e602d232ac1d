import sharp from 'sharp'
import { refuse } from '../refusals.ts'

const LONGEST_SIDE_PIXELS = 1_600
/** The largest telephone cameras; a small file that unpacks to more is refused before it does. */
const MAX_PIXELS = 64_000_000
const QUALITY = 80

/** What cameras and browsers make. SVG and PDF are programs rather than pictures. */
const formats = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])

export interface EncodedPhoto {
  readonly content: Buffer
  readonly widthPixels: number
  readonly heightPixels: number
}

/**
 * Makes a picture anew: WebP, at most 1,600 pixels on its longest side, upright. Only pixels are
 * carried over, so that place, time and device, or anything hidden in the file, do not survive.
 * @throws Refusal 'not_an_image'
 */
export async function encodePhoto(upload: Buffer): Promise<EncodedPhoto> {
  const source = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
  try {
    const { format } = await source.metadata()
    if (!formats.has(format)) throw refuse('not_an_image')
    const { data, info } = await source
      .rotate()
      .resize({
        width: LONGEST_SIDE_PIXELS,
        height: LONGEST_SIDE_PIXELS,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true })
    return { content: data, widthPixels: info.width, heightPixels: info.height }
  } catch {
    throw refuse('not_an_image') // whatever the decoder says, the picture cannot be used
  }
}
