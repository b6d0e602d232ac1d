import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  addPerson,
  call,
  createTestServer,
  OTHER_VILLAGE,
  type TestPerson,
  type TestServer,
} from '../../../../test/server.ts'
import { upload } from '../../../../test/upload.ts'

let test: TestServer
let villager: TestPerson
beforeAll(async () => {
  test = await createTestServer()
  villager = await addPerson(test)
})
afterAll(() => test.close())

const send = (file: Buffer, person: TestPerson | null = villager, key?: string) =>
  upload(test, person, '/api/photos', file, key ? { key } : {})

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#c03030' } })
}

/** A small PNG whose header says that it is a square of this side (PNG specification, 11.2.1 IHDR). */
function claimingSize(png: Buffer, side: number): Buffer {
  const claiming = Buffer.from(png)
  claiming.writeUInt32BE(side, 16)
  claiming.writeUInt32BE(side, 20)
  claiming.writeUInt32BE(crc32(claiming.subarray(12, 29)), 29)
  return claiming
}

it('makes a picture anew: WebP, upright, smaller, without place, time and device', async () => {
  const taken = await picture(3_000, 2_000)
    .withExif({
      IFD0: { Make: 'SpyPhone' },
      IFD3: { GPSLatitude: '29/1 58/1 0/1', GPSLatitudeRef: 'N' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect(taken.includes(Buffer.from('SpyPhone'))).toBe(true)
  expect((await sharp(taken).metadata()).orientation).toBe(6)
  const answer = (await send(taken)).json()
  expect(answer).toMatchObject({ width: 1_067, height: 1_600 })
  const photo = await call(test, villager, 'GET', `/api/photos/${answer.fileId}`)
  expect(photo.headers).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'no-store',
  })
  const { format, exif, xmp, icc, orientation } = await sharp(photo.rawPayload).metadata()
  expect({ format, exif, xmp, icc, orientation }).toEqual({ format: 'webp' })
  expect(photo.rawPayload.includes(Buffer.from('SpyPhone'))).toBe(false)
})

it('leaves a small picture its size', async () => {
  expect((await send(await picture(320, 240).png().toBuffer())).json()).toMatchObject({
    width: 320,
    height: 240,
  })
})

it('keeps one picture however often the same upload is repeated', async () => {
  const file = await picture(64, 64).webp().toBuffer()
  const first = (await send(file, villager, 'photo-once-1')).json()
  expect((await send(file, villager, 'photo-once-1')).json()).toEqual(first)
  const other = await send(await picture(65, 65).webp().toBuffer(), villager, 'photo-once-1')
  expect(other.json()).toMatchObject({ code: 'idempotency_key_reused', status: 409 })
})

it('refuses what is not a picture, or hides a program or a bomb', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
  const torn = (await picture(900, 900).jpeg().toBuffer()).subarray(0, 600)
  for (const file of [Buffer.from('今天天气好'), Buffer.from(svg), Buffer.from('%PDF-1.7'), torn]) {
    const answer = await send(file)
    expect(answer.json()).toMatchObject({ code: 'not_an_image', status: 400 })
    expect(answer.json().detail).toContain('照片')
  }
  expect((await send(Buffer.alloc(0))).json().code).toBe('no_file')
  const huge = await send(Buffer.alloc(25 * 1024 * 1024, 1))
  expect(huge.json()).toMatchObject({ code: 'file_too_large', status: 413 })
})

it('says too large where it is that, and what to do with a HEIC picture', async () => {
  const bomb = claimingSize(await picture(8, 8).png().toBuffer(), 30_000)
  expect((await send(bomb)).json()).toMatchObject({ code: 'image_too_large', status: 413 })
  const heic = Buffer.from('0000001c66747970686569630000000068656963006d696631', 'hex')
  const answer = (await send(Buffer.concat([heic, Buffer.alloc(100)]))).json()
  expect(answer).toMatchObject({ code: 'heic_image', status: 415 })
  expect(answer.detail).toContain('兼容性最佳')
})

it('takes a hundred megapixels, of which a telephone makes more than ten megabytes', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
  const tile = await sharp({
    create: { width: 500, height: 500, channels: 3, background: '#888', noise },
  })
    .png()
    .toBuffer()
  const large = await picture(11_500, 8_690)
    .composite([{ input: tile, tile: true }])
    .jpeg({ quality: 40 })
    .toBuffer()
  expect(large.length).toBeGreaterThan(10 * 1024 * 1024)
  expect((await send(large)).json()).toMatchObject({ width: 1_600, height: 1_209 })
}, 120_000)

it('refuses pictures that would fill the memory, and answers others meanwhile', async () => {
  const bomb = await sharp({
    create: { width: 7_900, height: 8_000, channels: 3, background: '#888' },
  })
    .avif({ quality: 1, effort: 0 })
    .toBuffer()
  expect(bomb.length).toBeLessThan(2_000)
  const people: TestPerson[] = []
  for (let n = 0; n < 8; n++) people.push(await addPerson(test))
  const sent = people.map((person) => send(bomb, person))
  const meanwhile = await call(test, villager, 'GET', '/api/session')
  expect(meanwhile.statusCode).toBe(200)
  for (const answer of await Promise.all(sent))
    expect(answer.json()).toMatchObject({ code: 'image_too_large', status: 413 })
}, 120_000)

it('shows a picture to its own village only', async () => {
  const { fileId } = (await send(await picture(8, 8).png().toBuffer())).json()
  const see = (who: TestPerson | null, id = fileId) => call(test, who, 'GET', `/api/photos/${id}`)
  const neighbour = await addPerson(test)
  const elsewhere = await addPerson(test, { villageId: OTHER_VILLAGE })
  expect((await see(neighbour)).statusCode).toBe(200)
  expect((await see(elsewhere)).json()).toMatchObject({ code: 'unknown_photo', status: 404 })
  expect((await see(null)).statusCode).toBe(401)
  expect((await see(neighbour, '1')).json().code).toBe('invalid_request')
  expect((await send(await picture(8, 8).png().toBuffer(), null)).statusCode).toBe(401)
})
