import { photoUploaded } from '@azalea/records'
import { createHash } from 'node:crypto'
import type { Actor } from '../../../platform/actor.ts'
import type { Act } from '../../record/index.ts'
import { encodePhoto } from './encode-photo.ts'
import { insertFile } from './file.store.ts'

export interface UploadedPhoto {
  readonly fileId: string
  readonly width: number
  readonly height: number
}

/**
 * Keeps a re-encoded picture as evidence of what its owner does.
 * @throws Refusal as `encodePhoto`
 */
export async function uploadPhoto(
  { act }: { readonly act: Act },
  actor: Actor,
  key: string,
  { file }: { readonly file: Buffer },
): Promise<UploadedPhoto> {
  const photo = await encodePhoto(actor.villageId, file)
  const input = { sha256: sha256Of(file) }
  return act({ name: 'upload-photo', actor, key, input }, async (tx) => {
    const { personId } = actor
    const fileId = tx.newId()
    await insertFile(tx.db, tx.villageId, {
      ...photo,
      fileId,
      ownerId: personId,
      mediaType: 'image/webp',
      uploadedAt: tx.now,
    })
    const payload = { fileId, sha256: sha256Of(photo.content) }
    tx.append(photoUploaded({ public: {}, parts: [{ personId, payload }] }))
    return { fileId, width: photo.widthPixels, height: photo.heightPixels }
  })
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url')
}
