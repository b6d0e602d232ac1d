import { newKey, post } from './api.ts'
import {
  findPhoto,
  listEntries,
  listPhotos,
  putPhoto,
  removePhoto,
  type OutboxEntry,
} from './outbox-store.ts'
import { uploadOf } from './upload-of.ts'

const PREFIX = 'local:'
const FORGOTTEN_AFTER_MILLISECONDS = 86_400_000

/** Whether an id names a photo that has not left this device. */
export const isKeptPhoto = (id: unknown): id is string =>
  typeof id === 'string' && id.startsWith(PREFIX)

/** Keeps a photo on the device until a command takes it along; its id stands where a file's would. */
export async function keepPhoto(photo: Blob, now: Date): Promise<string> {
  const id = `${PREFIX}${newKey()}`
  await putPhoto({ id, photo, keptAt: now.toISOString() })
  return id
}

/** Null when the browser has thrown it away. */
export async function readKeptPhoto(id: string): Promise<Blob | null> {
  return (await findPhoto(id))?.photo ?? null
}

export const dropPhoto = removePhoto

/** Uploads a kept photo, once however often it is tried. @throws ApiProblem */
export async function sendPhoto(id: string, photo: Blob, signal?: AbortSignal): Promise<string> {
  const { fileId } = await post('/api/photos', {}, uploadOf(photo, 'photo.jpg'), {
    idempotencyKey: id.slice(PREFIX.length),
    signal,
  })
  return fileId
}

/**
 * Uploads the photos that a command names by their place on the device, and names them as the server
 * does. One that the browser has thrown away is left out: the command counts without it.
 * @throws ApiProblem
 */
export async function withPhotosSent<Command extends object>(
  body: Command,
  signal?: AbortSignal,
): Promise<Command> {
  const sent = await Promise.all(
    Object.entries(body).map(async ([name, value]) => {
      if (!isKeptPhoto(value)) return [name, value] as const
      const photo = await readKeptPhoto(value)
      return [name, photo === null ? null : await sendPhoto(value, photo, signal)] as const
    }),
  )
  return Object.fromEntries(sent) as Command
}

/** The photos that a command names by their place on the device. */
export const photosOf = ({ body }: Pick<OutboxEntry, 'body'>): string[] =>
  Object.values(body).filter(isKeptPhoto)

/** Forgets photos of drafts that nobody has sent within a day. */
export async function forgetLoosePhotos(now: Date): Promise<void> {
  await forgetPhotosKeptBefore(new Date(now.getTime() - FORGOTTEN_AFTER_MILLISECONDS))
}

/** For signing out: what a waiting command takes along stays, as the command does. */
export async function forgetPhotosOfDrafts(): Promise<void> {
  await forgetPhotosKeptBefore(new Date(8.64e15))
}

async function forgetPhotosKeptBefore(end: Date): Promise<void> {
  const needed = new Set((await listEntries()).flatMap(photosOf))
  for (const { id, keptAt } of await listPhotos())
    if (!needed.has(id) && new Date(keptAt) < end) await removePhoto(id)
}
