import 'fake-indexeddb/auto'
import { createCalls, createOutbox } from '@azalea/client'
import { openDB } from 'idb'
import { expect, it } from 'vitest'
import { storagePort } from './storage-port.ts'
import { uploadOf } from './upload-of.ts'

const FILE = '6f2c1f0e-0000-4000-8000-000000000001'

/** What a version of this product kept that knew no photos yet. */
async function keepAsBefore(entry: object): Promise<void> {
  const before = await openDB('azalea-outbox', 1, {
    upgrade: (database) => void database.createObjectStore('commands', { keyPath: 'key' }),
  })
  await before.put('commands', entry)
  before.close()
}

it('keeps commands and photos over a change of version, and sends a picture as a file', async () => {
  await keepAsBefore({ key: 'old', personId: 'chen', state: 'done', sequence: 1 })
  const forms: unknown[] = []
  const http = {
    newKey: () => 'new',
    readFile: async () => ({ status: 404, bytes: new Uint8Array() }),
    send: async ({ address, body }: { address: string; body?: unknown }) => {
      if (address === '/api/photos') forms.push((body as FormData).get('file'))
      return { status: 200, text: JSON.stringify({ fileId: FILE }) }
    },
  }
  const outbox = createOutbox<Blob>({
    calls: createCalls(http, { language: () => 'zh' }),
    http,
    storage: storagePort,
    clock: { now: () => new Date('2026-11-05T06:00:00Z') },
    uploadOf: (photo) => uploadOf(photo, 'photo.jpg'),
  })
  expect(await outbox.list('chen')).toMatchObject([{ key: 'old' }])
  const photoFileId = await outbox.photos.keep(new Blob(['pixels'], { type: 'image/jpeg' }))
  await outbox.give({
    personId: 'chen',
    kind: 'rating',
    params: {},
    body: { plateCode: 'K7Q2', stars: 5, photoFileId },
    label: '3 号菜地',
  })
  expect(forms).toMatchObject([{ name: 'photo.jpg', type: 'image/jpeg', size: 6 }])
  expect(await outbox.photos.read(photoFileId)).toBeNull()
  expect(await outbox.list('chen')).toMatchObject([{ key: 'old' }])
  await outbox.drop('old')
  expect(await outbox.list('chen')).toEqual([])
})
