import { create, type Font } from 'fontkit'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

interface Part {
  readonly file: string
  readonly ranges: readonly (readonly [number, number])[]
}

/** Ideographs beyond those that every font has: extensions A to I and their compatibility forms. */
const EXTENSIONS: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x20000, 0x3ffff],
]

export interface RareGlyph {
  /** The outline as an SVG path, upwards from the baseline. */
  readonly outline: string
  readonly unitsPerEm: number
}

let parts: readonly Part[] | null = null

/**
 * Outlines of rare ideographs from Hanazono Mincho, whose package is divided into some seventy small
 * fonts; only those are opened that a document asks for.
 */
export class RareGlyphs {
  readonly #fonts = new Map<string, Font>()

  /** Null: no font of ours has it. */
  find(codePoint: number): RareGlyph | null {
    if (!isWithin(codePoint, EXTENSIONS)) return null
    parts ??= readParts()
    const part = parts.find(({ ranges }) => isWithin(codePoint, ranges))
    if (part === undefined) return null
    const font = this.#fonts.get(part.file) ?? openFont(part.file)
    this.#fonts.set(part.file, font)
    if (!font.hasGlyphForCodePoint(codePoint)) return null
    const outline = font.glyphForCodePoint(codePoint).path.toSVG()
    return { outline, unitsPerEm: font.unitsPerEm }
  }
}

function openFont(file: string): Font {
  const font = create(readFileSync(join(packageDir(), file)))
  if (!('glyphForCodePoint' in font)) throw new Error(`${file} is a collection of fonts`)
  return font
}

function packageDir(): string {
  return dirname(createRequire(import.meta.url).resolve('hanamin/package.json'))
}

/** The package's style sheet says which characters each of its files has. */
function readParts(): Part[] {
  const sheet = readFileSync(join(packageDir(), 'HanaMin.css'), 'utf8')
  return [...sheet.matchAll(/url\(([^)]+\.woff2)\)[^}]*?unicode-range:([^;]+);/g)].map(
    ([, file, ranges]) => ({
      file: file ?? '',
      ranges: (ranges ?? '').split(',').map((range): [number, number] => {
        const [from, to] = range.trim().slice(2).split('-')
        return [Number.parseInt(from ?? '', 16), Number.parseInt(to ?? from ?? '', 16)]
      }),
    }),
  )
}

function isWithin(codePoint: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([from, to]) => from <= codePoint && codePoint <= to)
}
