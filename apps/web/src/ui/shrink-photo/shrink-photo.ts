import { drawSmaller } from './draw-smaller.ts'

/** Why a chosen file cannot be sent. */
export type PhotoProblem = 'not_a_photo' | 'heic' | 'too_large'

export class PhotoError extends Error {
  override readonly name = 'PhotoError'
  constructor(readonly problem: PhotoProblem) {
    super(problem)
  }
}

/** Sent as they are: redrawing would lose more than it saves. */
const SMALL_BYTES = 300_000
/** What the server takes at most when the phone could not make it smaller. */
const MOST_BYTES = 24 * 1024 * 1024
const sentAsTheyAre = new Set(['image/jpeg', 'image/png', 'image/webp'])
/** A phone that swaps takes this long for 64 megapixels; one that hangs is given up. */
const PATIENCE_MILLISECONDS = 60_000

/**
 * Makes a photo of a telephone small enough for a village's network, in the background.
 * @throws PhotoError 'heic' when only its maker's telephones can read it, 'too_large' when it could
 *   not be made smaller, 'not_a_photo'
 */
export async function shrinkPhoto(file: File): Promise<File> {
  const isHeic = await hasHeicHead(file)
  if (!file.type.startsWith('image/') && !isHeic) throw new PhotoError('not_a_photo')
  if (file.size <= SMALL_BYTES && sentAsTheyAre.has(file.type)) return file
  const smaller = await inBackground(file).catch(() => null)
  if (smaller !== null) return new File([smaller], 'photo.jpg', { type: 'image/jpeg' })
  if (isHeic) throw new PhotoError('heic')
  if (!sentAsTheyAre.has(file.type)) throw new PhotoError('not_a_photo')
  // The server can still read what this phone has no room for.
  if (file.size > MOST_BYTES) throw new PhotoError('too_large')
  return file
}

/** ISO/IEC 23008-12: a file type box that names an HEVC brand. Names and types are often missing. */
async function hasHeicHead(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 32).arrayBuffer())
  return /^....ftyp(hei|hev|mif1.*hei)/s.test(String.fromCharCode(...head))
}

async function inBackground(file: Blob): Promise<Blob | null> {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined')
    return drawSmaller(file)
  const worker = new Worker(new URL('./shrink-photo.worker.ts', import.meta.url), {
    type: 'module',
  })
  try {
    return await answerOf(worker, file)
  } catch {
    // The worker's program is not on a phone that has never been here with a network.
    return await drawSmaller(file)
  } finally {
    worker.terminate()
  }
}

function answerOf(worker: Worker, file: Blob): Promise<Blob | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too slow')), PATIENCE_MILLISECONDS)
    worker.addEventListener('message', ({ data }: MessageEvent<Blob | null>) => {
      clearTimeout(timer)
      resolve(data)
    })
    worker.addEventListener('error', () => {
      clearTimeout(timer)
      reject(new Error('the worker could not be started'))
    })
    worker.postMessage(file)
  })
}
