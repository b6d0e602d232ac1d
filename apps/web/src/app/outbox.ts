import { createOutbox } from '@azalea/client'
import { post, send } from './api.ts'
import { httpPort } from './http-port.ts'
import { serverNow } from './server-clock.ts'
import { storagePort } from './storage-port.ts'
import { uploadOf } from './upload-of.ts'

/** The commands of this browser that wait for a network, with their photos. */
export const outbox = createOutbox<Blob>({
  calls: { post, send },
  http: httpPort,
  storage: storagePort,
  clock: { now: serverNow },
  uploadOf: (photo) => uploadOf(photo, 'photo.jpg'),
})
