import type { Calls } from '../calls.ts'
import type { Upload } from '../contract.ts'
import type { ClockPort, HttpPort, StoragePort } from '../ports.ts'
import type { OutboxEntry } from './commands.ts'

const PREFIX = 'local:'
const FORGOTTEN_AFTER_MILLISECONDS = 86_400_000
/** A village road needs half a minute for a photo. */
const patienceMilliseconds = 90_000

/** A photo that waits on the device for a network. */
interface KeptPhoto<Photo> {
  /** `local:` and the idempotency key under which it is uploaded once. */
  id: string
  photo: Photo
  keptAt: string
}

export interface PhotoParts<Photo> {
  calls: Pick<Calls, 'post'>
  http: Pick<HttpPort, 'newKey'>
  storage: StoragePort
  clock: ClockPort
  /** The form in which this platform sends a photo. */
  uploadOf: (photo: Photo) => Upload
}

/** Photos that wait on the device: kept under an id that stands where a file's would. */
export interface KeptPhotos<Photo> {
  /** Keeps a photo until a command takes it along. */
  keep(photo: Photo): Promise<string>
  /** Null when the device has thrown it away. */
  read(id: string): Promise<Photo | null>
  drop(id: string): Promise<void>
  /** Uploads a kept photo, once however often it is tried. @throws ApiProblem */
  send(id: string, photo: Photo): Promise<string>
  /**
   * Uploads the photos that a body names by their place on the device, and names them as the server
   * does. One that the device has thrown away is left out: the command counts without it.
   * @throws ApiProblem
   */
  withPhotosSent<Body extends object>(body: Body): Promise<Body>
  /** Forgets photos of drafts that nobody has sent within a day. */
  forgetLoose(): Promise<void>
  /** For signing out: what a waiting command takes along stays, as the command does. */
  forgetOfDrafts(): Promise<void>
}

/** Whether an id names a photo that has not left this device. */
export const isKeptPhoto = (id: unknown): id is string =>
  typeof id === 'string' && id.startsWith(PREFIX)

/** The photos that a command names by their place on the device. */
export const photosOf = ({ body }: Pick<OutboxEntry, 'body'>): string[] =>
  Object.values(body).filter(isKeptPhoto)

export function createKeptPhotos<Photo>(parts: PhotoParts<Photo>): KeptPhotos<Photo> {
  const { storage, clock } = parts
  const read = async (id: string) =>
    (await storage.find<KeptPhoto<Photo>>('photos', id))?.photo ?? null

  const send = async (id: string, photo: Photo) => {
    const sent = await parts.calls.post('/api/photos', {}, parts.uploadOf(photo), {
      idempotencyKey: id.slice(PREFIX.length),
      patienceMilliseconds,
    })
    return sent.fileId
  }

  const forgetKeptBefore = async (end: Date) => {
    const entries = await storage.list<OutboxEntry>('commands')
    const needed = new Set(entries.flatMap(photosOf))
    for (const { id, keptAt } of await storage.list<KeptPhoto<Photo>>('photos'))
      if (!needed.has(id) && new Date(keptAt) < end) await storage.remove('photos', id)
  }

  return {
    keep: async (photo) => {
      const id = `${PREFIX}${parts.http.newKey()}`
      await storage.put('photos', id, { id, photo, keptAt: clock.now().toISOString() })
      return id
    },
    read,
    drop: (id) => storage.remove('photos', id),
    send,
    withPhotosSent: async <Body extends object>(body: Body) => {
      const sent = await Promise.all(
        Object.entries(body).map(async ([name, value]) => {
          if (!isKeptPhoto(value)) return [name, value] as const
          const photo = await read(value)
          return [name, photo === null ? null : await send(value, photo)] as const
        }),
      )
      return Object.fromEntries(sent) as Body
    },
    forgetLoose: () =>
      forgetKeptBefore(new Date(clock.now().getTime() - FORGOTTEN_AFTER_MILLISECONDS)),
    forgetOfDrafts: () => forgetKeptBefore(new Date(8.64e15)),
  }
}
