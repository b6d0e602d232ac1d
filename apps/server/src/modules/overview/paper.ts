import { openSync, type Font } from 'fontkit'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'
import { RareGlyphs } from './rare-glyphs.ts'

type Options = PDFKit.Mixins.TextOptions

/** What pdfkit does for each line of a text, with where it stands: no part of its published types. */
interface LineWriter {
  _fragment(text: string, x: number, y: number, options: LineOptions): void
  readonly _font: { readonly ascender: number }
  readonly _fontSize: number
}

interface LineOptions extends Options {
  readonly lineWidth?: number
  readonly textWidth?: number
}

/** As wide as an ideograph, and as the box of a missing one, by which pdfkit has measured. */
const BLANK = '\u3000'

const faces = {
  body: '400Regular/NotoSansSC_400Regular.ttf',
  strong: '600SemiBold/NotoSansSC_600SemiBold.ttf',
}

let common: Font | null = null

/**
 * A document in Chinese and Latin, of A4 pages unless said otherwise. Ideographs that its fonts lack are drawn from another, and
 * what no font has is shown by its code point: a box would say nothing.
 */
export class Paper extends PDFDocument {
  readonly #rare = new RareGlyphs()

  constructor(info: {
    readonly title: string
    readonly madeAt: Date
    readonly marginPoints: number
    /** Width and height in points; A4 unless said otherwise. */
    readonly size?: readonly [number, number]
  }) {
    super({
      size: info.size === undefined ? 'A4' : [...info.size],
      margin: info.marginPoints,
      bufferPages: true,
      info: { Title: info.title, CreationDate: info.madeAt },
    })
    for (const [name, file] of Object.entries(faces)) this.registerFont(name, fontFile(file))
  }

  /** Ends the document and gives its bytes. */
  finish(): Promise<Buffer> {
    const chunks: Buffer[] = []
    this.on('data', (chunk: Buffer) => chunks.push(chunk))
    const written = new Promise<Buffer>((resolve) =>
      this.on('end', () => resolve(Buffer.concat(chunks))),
    )
    this.end()
    return written
  }

  override text(text: string, options?: Options): this
  override text(text: string, x?: number, y?: number, options?: Options): this
  override text(text: string, x?: number | Options, y?: number, options?: Options): this {
    return super.text(this.#printable(text), x as number, y, options)
  }

  override heightOfString(text: string, options?: Options): number {
    return super.heightOfString(this.#printable(text), options)
  }

  /** Called by pdfkit with each line that it has broken. */
  _fragment(text: string, x: number, y: number, options: LineOptions): void {
    const writer = Object.getPrototypeOf(Paper.prototype) as LineWriter
    const characters = Array.from(text)
    const rare = new Set(characters.filter((one) => !isCommon(one)))
    if (rare.size === 0) return writer._fragment.call(this, text, x, y, options)
    const left = x + this.#indentOf(text, options)
    const blanked = characters.map((one) => (rare.has(one) ? BLANK : one)).join('')
    writer._fragment.call(this, blanked, left, y, { ...options, align: 'left' })
    const { _font: font, _fontSize: size } = this as unknown as LineWriter
    const baseline = y + (font.ascender / 1_000) * size
    for (const [at, character] of characters.entries())
      if (rare.has(character))
        this.#draw(character, left + this.widthOfString(characters.slice(0, at).join('')), baseline)
  }

  #indentOf(text: string, { align, width, lineWidth = 0, textWidth = 0 }: LineOptions): number {
    if (width === undefined) return 0
    if (align === 'right') return lineWidth - this.widthOfString(text.trimEnd())
    return align === 'center' ? (lineWidth - textWidth) / 2 : 0
  }

  /** Draws an outline, which readers of the document still read as the character. */
  #draw(character: string, x: number, baseline: number): void {
    const glyph = this.#rare.find(character.codePointAt(0) ?? 0)
    if (glyph === null) return
    const scale = (this as unknown as LineWriter)._fontSize / glyph.unitsPerEm
    this.markContent('Span', { actual: character })
    this.save().translate(x, baseline).scale(scale, -scale).path(glyph.outline).fill().restore()
    this.endMarkedContent()
  }

  #printable(text: string): string {
    return Array.from(text, (one) => {
      if (isCommon(one) || this.#rare.find(one.codePointAt(0) ?? 0) !== null) return one
      return /\p{Default_Ignorable_Code_Point}/u.test(one) ? '' : codePointOf(one)
    }).join('')
  }
}

function isCommon(character: string): boolean {
  common ??= openCommon()
  return /\s/.test(character) || common.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

function openCommon(): Font {
  const font = openSync(fontFile(faces.body))
  if (!('hasGlyphForCodePoint' in font)) throw new Error('the font is a collection')
  return font
}

/** [U+2B5E7] */
function codePointOf(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}

/** Where a font of the documents lies: Chinese and Latin in one family. */
function fontFile(name: string): string {
  const packageDir = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc'),
  )
  return join(packageDir, name)
}
