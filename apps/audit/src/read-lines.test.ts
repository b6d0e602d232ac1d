import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readLines } from './read-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'azalea-lines-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function linesOf(bytes: Uint8Array | string): Promise<string[]> {
  const path = join(folder, 'openings')
  writeFileSync(path, bytes)
  const lines: string[] = []
  for await (const line of readLines(path)) lines.push(line)
  return lines
}

/** 陈秀芳 as an editor on a Chinese Windows saves it. */
const GB18030 = Buffer.from('b3c2d0e3b7bc', 'hex')
const LINES = ['{"name":"陈秀芳"}', '{"name":"沈工"}']

describe('a file of openings', () => {
  it('is read as any editor saves it', async () => {
    const text = LINES.join('\r\n')
    expect(await linesOf(text)).toEqual(LINES)
    expect(await linesOf(`\uFEFF${text}\n`)).toEqual(LINES)
    expect(await linesOf(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toEqual(LINES)
    const inGb = Buffer.concat([Buffer.from('{"name":"'), GB18030, Buffer.from('"}\n')])
    expect(await linesOf(inGb)).toEqual([LINES[0]])
    expect(await linesOf(Buffer.concat([Buffer.from('x'.repeat(200_000)), GB18030]))).toEqual([
      `${'x'.repeat(200_000)}陈秀芳`,
    ])
  })

  it('is refused in a sentence when it is no text, or not there', async () => {
    const refused = { code: 'bad_openings' }
    await expect(linesOf(Buffer.from('ff00ff00ff', 'hex'))).rejects.toMatchObject({
      ...refused,
      message: expect.stringContaining('is not a text in UTF-8, UTF-16 or GB18030.'),
    })
    await expect(linesOf(Buffer.from('{"a":1}\0'))).rejects.toMatchObject(refused)
    const absent = readLines(join(folder, 'absent'))
    await expect(absent.next()).rejects.toMatchObject(refused)
  })
})
