import { ratingGiven, type Pseudonym } from '@azalea/records'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestServer, VILLAGE, type TestServer } from '../../../test/server.ts'
import { seededRandomness } from '../../../test/randomness.ts'
import { buildLeaf } from './leaf.ts'
import { VillageSecrets } from './village-secret.ts'

let test: TestServer

beforeAll(async () => {
  test = await createTestServer()
})
afterAll(() => test.close())

/** What stood in the log before: another byte would be another record. */
const frozen =
  '{"at":"2026-09-03","commitments":["iJHZeI0GmApZ-YePgohT2iiUvPx2r1yVY17XtfeIPrM"],' +
  '"id":"AQEBAQEBAQEBAQEBAQEBAQ","kind":"rating.given","public":{"day":"2026-09-03",' +
  '"rater":"RRRRRRRRRRRRRRRRRRRRRR","stars":3,"subject":"SSSSSSSSSSSSSSSSSSSSSS"},"v":1,' +
  '"village":"330109102259"}'

describe('a leaf', () => {
  it('has the bytes that it always had', () => {
    const record = ratingGiven({
      public: {
        subject: 'S'.repeat(22) as Pseudonym<'subject'>,
        rater: 'R'.repeat(22) as Pseudonym<'rater'>,
        stars: 3,
        day: '2026-09-03',
      },
      parts: [
        {
          personId: 'P',
          payload: {
            words: '菜地真整齐 🌱',
            ratingId: 'A',
            subjectId: 'B',
            ratedAt: '2026-09-02T23:30:00.000Z',
            photoFileId: null,
          },
        },
      ],
    })
    const head = { villageId: VILLAGE, recordId: 'R', recordedAt: new Date('2026-09-02T23:31:00Z') }
    const ones = { ...seededRandomness('leaf'), bytes: (count: number) => Buffer.alloc(count, 1) }
    const { leaf } = buildLeaf(head, record, () => null, ones)
    expect(leaf.toString('utf8')).toBe(frozen.replace('330109102259', VILLAGE))
  })

  it('names everybody as it always did', async () => {
    await test.database.inVillage(VILLAGE, async (db) => {
      const secret = await new VillageSecrets(test.server.keyring).of(db, VILLAGE)
      const named = (label: string, id: string) => secret.hashOf(label, id).slice(0, 22)
      expect(secret.pseudonym('earner', 'P')).toBe(named('pseudonym earner', 'P'))
      expect(secret.pseudonym('keeper', 'H')).toBe(named('pseudonym keeper', 'H'))
      expect(secret.pseudonym('draw', 'D')).toBe(named('spot-draw', 'D'))
      expect(secret.pseudonym('candidate', 'D P')).toBe(named('spot-candidate', 'D P'))
    })
  })
})
