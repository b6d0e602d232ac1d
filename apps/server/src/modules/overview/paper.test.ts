import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { Paper } from './paper.ts'

const paper = () => new Paper({ title: '试', madeAt: new Date(0), marginPoints: 40 })

/** The commands of a document's pages. */
function commandsOf(pdf: Buffer): string {
  const commands: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    const end = pdf.indexOf('endstream', at)
    try {
      const text = inflateSync(pdf.subarray(at + 7, end)).toString('latin1')
      if (text.includes(' Tf')) commands.push(text)
    } catch {
      continue // a font, or the end of a stream
    }
  }
  return commands.join('\n')
}

/** The glyphs that are shown; 0 is the box of a missing one. */
function glyphsOf(commands: string): string[] {
  return [...commands.matchAll(/<([0-9a-f]+)>(?= -?\d|\])/g)].flatMap(
    ([, hex]) => hex?.match(/.{4}/g) ?? [],
  )
}

it.each(['left', 'center', 'right'] as const)(
  'draws ideographs that its fonts lack, and shows no box: %s',
  async (align) => {
    const pdf = paper()
    for (const face of ['body', 'strong'])
      pdf.font(face).fontSize(12).text('陈𫰡、王𠮷、𬎆㛃。', { align })
    const commands = commandsOf(await pdf.finish())
    const glyphs = glyphsOf(commands)
    expect(glyphs.length).toBeGreaterThan(10)
    expect(glyphs).not.toContain('0000')
    // Three outlines on each of two lines, each still read as its character.
    expect(commands.match(/\/Span <<\s*\/ActualText/g)).toHaveLength(6)
    expect(commands.match(/ [cvl]$/gm)?.length).toBeGreaterThan(20)
  },
)

it('shows what no font has by its code point', async () => {
  const pdf = paper()
  const plain = paper()
  pdf.font('body').text('陈\u{323B0}\u{E000}芳\u{1F9D1}\uFE0F')
  plain.font('body').text('陈[U+323B0][U+E000]芳[U+1F9D1]')
  const [commands, same] = [commandsOf(await pdf.finish()), commandsOf(await plain.finish())]
  expect(glyphsOf(commands)).not.toContain('0000')
  expect(commands).toBe(same)
})

it('measures a rare ideograph as wide as any other', () => {
  const pdf = paper()
  pdf.font('body').fontSize(10)
  expect(pdf.widthOfString('𫰡𠮷')).toBe(pdf.widthOfString('陈芳'))
  expect(pdf.heightOfString('𫰡'.repeat(100), { width: 100 })).toBe(
    pdf.heightOfString('陈'.repeat(100), { width: 100 }),
  )
})
