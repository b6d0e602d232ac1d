import { formatsFor } from '@azalea/client'
import { entryNumber, parseReceipt } from '@azalea/tlog'
import { inflateSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noWitnesses } from '../src/modules/log/policy.ts'
import { Sequencer } from '../src/modules/log/sequencer.ts'
import { createScoringVillage, score, watchHour } from './scoring-village.ts'
import {
  addPerson,
  call,
  createTestServer,
  VILLAGE,
  type TestPerson,
  type TestServer,
} from './server.ts'

let test: TestServer
let guard: TestPerson
let awardId: string

beforeAll(async () => {
  test = await createTestServer()
  await createScoringVillage(test)
  guard = await addPerson(test)
  ;({ awardId } = await score(test, guard, { ...watchHour, leaderScore: 4 }))
  await score(test, await addPerson(test), { ...watchHour, leaderScore: 4 })
  const sequencer = new Sequencer(
    {
      ...test,
      ...test.server,
      publicUrl: 'http://localhost:8080',
      witnesses: () => noWitnesses,
      onFault: (fault: unknown) => {
        throw fault
      },
    },
    VILLAGE,
  )
  while ((await sequencer.tick()) !== 'idle');
})
afterAll(() => test.close())

/** What a PDF says, read with each of its fonts. */
function textsOf(pdf: Buffer): string[] {
  const streams: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      streams.push(
        inflateSync(pdf.subarray(at + 7, pdf.indexOf('endstream', at))).toString('latin1'),
      )
    } catch {
      continue // the end of a stream, or a picture
    }
  }
  const lines = streams
    .filter((stream) => stream.includes(' Tf'))
    .flatMap((stream) => stream.split('\nET\n'))
    .map((line) =>
      [...line.matchAll(/<([0-9a-f]+)>(?= -?[\d.]|\])/g)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      ),
    )
  return streams
    .filter((stream) => stream.includes('beginbfrange'))
    .map((font) => {
      const signs = signsOf(font)
      const read = (glyph: string) => signs.get(Number.parseInt(glyph, 16)) ?? ''
      return lines.map((line) => line.map(read).join('')).join('\n')
    })
}

/** The signs of a font by the number of their glyph. */
function signsOf(font: string): Map<number, string> {
  const signs = new Map<number, string>()
  for (const [, first = '', list = ''] of font.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    for (const [no, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      signs.set(
        Number.parseInt(first, 16) + no,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      )
  return signs
}

it.each(['zh', 'en'] as const)(
  'an entry has one number: in its receipt, on paper and on every screen (%s)',
  async (language) => {
    const get = (url: string) => call(test, guard, 'GET', url, undefined, { language })
    const { index } = (await get(`/api/awards/${awardId}/log-place`)).json<{ index: number }>()
    const { index: inReceipt } = parseReceipt((await get(`/api/awards/${awardId}/receipt`)).body)
    expect(inReceipt).toBe(index)
    const shown = formatsFor(language, () => test.clock.now()).number(entryNumber(index))
    expect(shown).toBe(String(index + 1))
    const numbers = textsOf((await get('/api/me/data.pdf')).rawPayload).flatMap((text) =>
      [...text.matchAll(/№ ([\d,]+)/g)].map(([, no]) => no),
    )
    expect(numbers).toEqual([shown])
  },
)
