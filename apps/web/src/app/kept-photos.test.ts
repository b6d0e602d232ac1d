import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetLoosePhotos, forgetPhotosOfDrafts, keepPhoto, readKeptPhoto } from './kept-photos.ts'
import { dropCommand, giveCommand, listOutbox, sendWaiting, type Command } from './outbox.ts'

interface Sent {
  path: string
  key: string | null
  body: unknown
}

const FILE = '6f2c1f0e-0000-4000-8000-000000000001'
const start = new Date('2026-11-05T06:00:00Z')
const now = () => start
let sent: Sent[]
let isAway: boolean
let refusePhoto: boolean

beforeEach(() => {
  sent = []
  isAway = true
  refusePhoto = false
  vi.stubGlobal('location', { href: 'https://village.example/' })
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } })
  vi.stubGlobal('window', {})
  vi.stubGlobal('fetch', async (request: Request) => {
    if (isAway) throw new TypeError('Failed to fetch')
    const path = new URL(request.url).pathname
    const isPhoto = path === '/api/photos'
    const body = isPhoto ? await request.arrayBuffer() : await request.json()
    sent.push({ path, key: request.headers.get('Idempotency-Key'), body: isPhoto ? 'photo' : body })
    if (isPhoto && refusePhoto)
      return Response.json({ code: 'not_an_image', detail: '这不是照片。' }, { status: 400 })
    return Response.json(isPhoto ? { fileId: FILE, width: 1, height: 1 } : {})
  })
})
afterEach(async () => {
  for (const entry of await listOutbox('chen')) await dropCommand(entry.key)
  await forgetPhotosOfDrafts()
  vi.unstubAllGlobals()
})

const kept = () => keepPhoto(new Blob(['pixels'], { type: 'image/jpeg' }), start)
const ratingWith = (photoFileId: string): Command => ({
  personId: 'chen',
  kind: 'rating',
  path: '/api/ratings',
  label: '3 号菜地',
  body: { stars: 5, photoFileId },
})

describe('a photo taken without a network', () => {
  it('waits with its rating, is sent before it under a key of its own, and then leaves the phone', async () => {
    const id = await kept()
    await giveCommand(ratingWith(id), now)
    isAway = false
    await sendWaiting('chen', now)
    expect(sent).toMatchObject([
      { path: '/api/photos', key: id.slice('local:'.length) },
      { path: '/api/ratings', body: { stars: 5, photoFileId: FILE } },
    ])
    expect(await readKeptPhoto(id)).toBeNull()
    expect(await listOutbox('chen')).toMatchObject([{ state: 'done' }])
  })

  it('is not lost when the network goes again between photo and rating', async () => {
    const id = await kept()
    await giveCommand(ratingWith(id), now)
    await sendWaiting('chen', now)
    expect(await listOutbox('chen')).toMatchObject([{ state: 'waiting' }])
    expect(await readKeptPhoto(id)).not.toBeNull()
  })

  it('that the server refuses leaves its rating refused, with the reason', async () => {
    await giveCommand(ratingWith(await kept()), now)
    isAway = false
    refusePhoto = true
    await sendWaiting('chen', now)
    expect(await listOutbox('chen')).toMatchObject([
      { state: 'refused', problem: { code: 'not_an_image' } },
    ])
  })

  it('that the browser threw away lets its rating go without it', async () => {
    await giveCommand(ratingWith('local:thrown-away'), now)
    isAway = false
    await sendWaiting('chen', now)
    expect(sent).toMatchObject([{ path: '/api/ratings', body: { photoFileId: null } }])
  })

  it('of a draft is forgotten after a day, and at sign-out; one that waits is not', async () => {
    const [draft, waiting] = [await kept(), await kept()]
    await giveCommand(ratingWith(waiting), now)
    await forgetLoosePhotos(new Date(start.getTime() + 80_000_000))
    expect(await readKeptPhoto(draft)).not.toBeNull()
    await forgetLoosePhotos(new Date(start.getTime() + 90_000_000))
    expect(await readKeptPhoto(draft)).toBeNull()
    await forgetPhotosOfDrafts()
    expect(await readKeptPhoto(waiting)).not.toBeNull()
  })
})
