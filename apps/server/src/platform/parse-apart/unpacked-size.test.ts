import { expect, it } from 'vitest'
import { makeArchive } from '../../../fixtures/files/make-archive.ts'
import { unpackedSizeOf } from './unpacked-size.ts'

const limits = { bytes: 1_000_000, entries: 3 }
const of = (bytes: number, toldBytes = bytes) => ({
  name: `${bytes}.xml`,
  content: Buffer.alloc(bytes, 'a'),
  toldBytes,
})

it('unpacks what an archive holds, whatever it says of itself', () => {
  expect(unpackedSizeOf(makeArchive([of(0), of(10), of(600_000)]), limits)).toBe(600_010)
  expect(unpackedSizeOf(makeArchive([of(700_000, 0)]), limits)).toBe(700_000)
  expect(unpackedSizeOf(makeArchive([of(5_000_000, 0)]), limits)).toBe('too_large')
  expect(unpackedSizeOf(makeArchive([of(600_000, 1), of(600_000, 1)]), limits)).toBe('too_large')
  expect(unpackedSizeOf(makeArchive([of(1), of(2), of(3), of(4)]), limits)).toBe('too_large')
})

it('tells what is no archive', () => {
  const empty = makeArchive([])
  expect(unpackedSizeOf(empty, limits)).toBe(0)
  const lying = Buffer.from(empty)
  lying.writeUInt16LE(3, 10)
  const torn = makeArchive([of(900)])
  torn.fill(0xff, 50, 60)
  for (const bytes of [Buffer.from('PK but not really'), Buffer.alloc(0), lying, torn])
    expect(unpackedSizeOf(bytes, limits)).toBe('no_archive')
})
