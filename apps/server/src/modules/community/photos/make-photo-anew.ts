import sharp, { type Metadata } from 'sharp'
import { refuse } from '../refusals.ts'
import { isHeic } from './heic.ts'

const LONGEST_SIDE_PIXELS = 1_600
/** The largest telephone cameras. */
const MAX_PIXELS = 100_000_000
/** libaom holds some twenty bytes a pixel; every other decoder shrinks while it reads, or holds six. */
const MAX_AVIF_PIXELS = 25_000_000
const QUALITY = 80

/** What cameras and browsers make. SVG and PDF are programs rather than pictures. */
const formats = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])

export interface MadePhoto {
  readonly content: Uint8Array
  readonly widthPixels: number
  readonly heightPixels: number
}

/**
 * Makes a picture anew: WebP, at most 1,600 pixels on its longest side, upright. Only pixels are
 * carried over, so that place, time and device, or anything hidden in the file, do not survive.
 * @throws Refusal 'not_an_image', 'heic_image', 'image_too_large'
 */
export async function makePhotoAnew(upload: Buffer): Promise<MadePhoto> {
  if (isHeic(upload)) throw refuse('heic_image')
  // The header's own numbers are looked at below; a decoder that finds more ends here.
  const source = sharp(upload, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
  const header = await decoding(sharp(upload, { limitInputPixels: false, pages: 1 }).metadata())
  if (!formats.has(header.format)) throw refuse('not_an_image')
  if (header.width * header.height > mostPixels(header)) throw refuse('image_too_large')
  const { data, info } = await decoding(
    source
      .rotate()
      .resize({
        width: LONGEST_SIDE_PIXELS,
        height: LONGEST_SIDE_PIXELS,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .webp({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true }),
  )
  return { content: data, widthPixels: info.width, heightPixels: info.height }
}

function mostPixels({ format }: Metadata): number {
  return format === 'heif' ? MAX_AVIF_PIXELS : MAX_PIXELS
}

/** Whatever the decoder says, the picture cannot be used. */
async function decoding<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch(() => {
    throw refuse('not_an_image')
  })
}
