import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Database } from '../../../platform/database/database.ts'
import { readUpload } from '../../../platform/http/read-upload.ts'
import { command, query } from '../../../platform/http/route.ts'
import type { Act } from '../../record/index.ts'
import { villagers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { selectFileContent } from './file.store.ts'
import { uploadPhoto } from './upload-photo.ts'

const MAX_PHOTO_BYTES = 24 * 1024 * 1024

export function registerPhotoRoutes(
  http: FastifyInstance,
  parts: { readonly act: Act; readonly database: Database },
): void {
  command(
    http,
    {
      url: '/api/photos',
      access: villagers,
      perMinute: 30,
      summary: 'Upload a picture (multipart); it is made anew without place, time and device',
      tag: 'community',
      answer: z.object({ fileId: z.string(), width: z.int(), height: z.int() }),
    },
    async ({ actor, key, request }) =>
      uploadPhoto(parts, actor, key, { file: await readUpload(request, MAX_PHOTO_BYTES) }),
  )
  query(
    http,
    {
      url: '/api/photos/:fileId',
      access: villagers,
      summary: 'A picture of one’s own village',
      tag: 'community',
      params: z.object({ fileId: z.uuid() }),
      answer: z.unknown(),
    },
    async ({ actor: { villageId }, params, reply }) => {
      const photo = await parts.database.inVillage(villageId, (db) =>
        selectFileContent(db, villageId, params.fileId),
      )
      if (photo === null) throw refuse('unknown_photo')
      reply.type(photo.mediaType)
      return photo.content
    },
  )
}
