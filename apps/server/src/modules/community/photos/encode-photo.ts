import { parseApart } from '../../../platform/parse-apart/parse-apart.ts'
import type { MadePhoto } from './make-photo-anew.ts'

export interface EncodedPhoto extends MadePhoto {
  readonly content: Buffer
}

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./photo-program.mjs', import.meta.url)

/** A hundred megapixels of progressive JPEG or interlaced PNG take 420 MB and ten seconds. */
const limits = { memoryMegabytes: 640, seconds: 60 }

/**
 * Makes an uploaded picture anew, in a process of its own.
 * @throws Refusal 'not_an_image', 'heic_image', 'image_too_large', 'file_too_demanding',
 *   'files_waiting'
 */
export async function encodePhoto(villageId: string, file: Buffer): Promise<EncodedPhoto> {
  const photo = await parseApart<MadePhoto>(villageId, { program, file, limits })
  return { ...photo, content: Buffer.from(photo.content) }
}
