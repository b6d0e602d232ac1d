import type { Language } from '../../platform/http/language.ts'
import type { LabelPaper, PackLabels, Storage } from '../../platform/on-paper.ts'
import { drawQr, moduleOf, type Correction } from './draw-qr.ts'
import { Paper } from './paper.ts'

const POINTS_PER_MM = 72 / 25.4
const A4 = { width: 210, height: 297 }

/** How labels lie on a page, in millimetres. */
interface Layout {
  readonly page: { readonly width: number; readonly height: number }
  readonly across: number
  readonly down: number
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly gap: number
  /** Kept free within a label: what no printer reaches, or a cut may take. */
  readonly padding: number
}

const layouts: Readonly<Record<LabelPaper, Layout>> = {
  a4_3x8: sheet({ across: 3, down: 8, width: 70, height: 37, left: 0, top: 0.5, gap: 0 }),
  a4_2x7: sheet({
    across: 2,
    down: 7,
    width: 99.1,
    height: 38.1,
    left: 4.65,
    top: 15.15,
    gap: 2.5,
  }),
  a4_4x10: sheet({ across: 4, down: 10, width: 52.5, height: 29.7, left: 0, top: 0, gap: 0 }),
  '40x30': single(40, 30),
  '60x40': single(60, 40),
  '70x50': single(70, 50),
}

function sheet(of: Omit<Layout, 'page' | 'padding'>): Layout {
  return { ...of, page: A4, padding: 3.5 }
}

function single(width: number, height: number): Layout {
  const page = { width, height }
  return { page, across: 1, down: 1, width, height, left: 0, top: 0, gap: 0, padding: 1.5 }
}

const words = {
  zh: {
    title: (crop: string) => `${crop} 标签`,
    net: (weight: string) => `净重 ${weight}`,
    packed: (day: string) => `包装 ${day}`,
    bestBefore: (day: string) => `最佳食用 ${day}`,
    lot: (number: string, more: number) => `批次 ${number}${more > 0 ? ` 等${more + 1}个` : ''}`,
    storage: { cool: '阴凉处存放', chilled: '冷藏 0–4 ℃', frozen: '冷冻 −18 ℃以下' },
  },
  en: {
    title: (crop: string) => `Labels: ${crop}`,
    net: (weight: string) => `Net ${weight}`,
    packed: (day: string) => `Packed ${day}`,
    bestBefore: (day: string) => `Best before ${day}`,
    lot: (number: string, more: number) => `Lot ${number}${more > 0 ? ` and ${more} more` : ''}`,
    storage: { cool: 'Keep cool', chilled: 'Keep at 0–4 °C', frozen: 'Keep below −18 °C' },
  },
} as const

export interface LabelSheet {
  readonly labels: PackLabels
  readonly paper: LabelPaper
  /** Null: nothing is said about it. */
  readonly storage: Storage | null
  readonly language: Language
}

/** Labels of packs on sheets to peel off, or one by one on a roll, each with the code of its trace page. */
export function writePackLabelsPdf({
  labels,
  paper,
  storage,
  language,
}: LabelSheet): Promise<Buffer> {
  const layout = layouts[paper]
  const { page, across, down } = layout
  const pdf = new Paper({
    title: words[language].title(labels.crop),
    madeAt: new Date(`${labels.packedOn}T00:00:00Z`),
    marginPoints: 0,
    size: [mm(page.width), mm(page.height)],
  })
  const lines = linesOf(labels, storage, language)
  const plan = planLabels(pdf, layout, labels, (netGrams) =>
    rowsOf(labels, netGrams, lines, language),
  )
  for (const [at, pack] of labels.packs.entries()) {
    const place = at % (across * down)
    if (place === 0 && at > 0) pdf.addPage()
    const column = place % across
    const x = layout.left + column * (layout.width + layout.gap)
    const y = layout.top + Math.floor(place / across) * layout.height
    drawLabel(pdf, { x, y }, pack, plan)
  }
  return pdf.finish()
}

/** What all labels of a packing have in common, below name and weight. */
function linesOf(labels: PackLabels, storage: Storage | null, language: Language) {
  const say = words[language]
  const [lot, ...more] = labels.lotNumbers
  return [
    say.packed(labels.packedOn),
    ...(labels.bestBefore === null ? [] : [say.bestBefore(labels.bestBefore)]),
    ...(storage === null ? [] : [say.storage[storage]]),
    ...(lot === undefined ? [] : [say.lot(lot, more.length)]),
    labels.villageName,
  ]
}

interface Row {
  /** Null: the pack's own number. */
  readonly text: string | null
  readonly face: 'body' | 'strong'
  /** Its height beside that of a plain line. */
  readonly share: number
}

function rowsOf(
  { crop }: PackLabels,
  netGrams: number,
  lines: readonly string[],
  language: Language,
): readonly Row[] {
  return [
    { text: crop, face: 'strong', share: 1.6 },
    { text: words[language].net(weightText(netGrams)), face: 'strong', share: 1.2 },
    ...lines.map((text): Row => ({ text, face: 'body', share: 1 })),
    { text: null, face: 'strong', share: 1 },
  ]
}

/** A narrower module smears when the paper is wet. */
const LEAST_MODULE_MM = 0.33
const GAP_MM = 1
/** Of a label's width, the code's square with its white edge. */
const CODE_SHARE = 0.5
const MOST_LINE_MM = 3.3
/** Of the height of a line, with its leading. */
const LEADING = 1.32
/** Any: data is as good as drawn by lot. */
const MASK = 3

/** What all labels of one weight have in common: it is worked out once, then drawn hundreds of times. */
interface LabelPlan {
  readonly layout: Layout
  readonly sideMm: number
  readonly correction: Correction
  readonly sized: (netGrams: number) => readonly (Row & { readonly points: number })[]
}

function planLabels(
  pdf: Paper,
  layout: Layout,
  { packs }: PackLabels,
  rowsOfWeight: (netGrams: number) => readonly Row[],
): LabelPlan {
  const { width, height, padding } = layout
  const inner = height - 2 * padding
  const sideMm = Math.min(inner, (width - 2 * padding) * CODE_SHARE)
  const room = { width: mm(width - 2 * padding - sideMm - GAP_MM), height: mm(inner) }
  const [first] = packs
  const [longest = ''] = packs.map(({ url }) => url).toSorted((a, b) => b.length - a.length)
  const known = new Map<number, readonly (Row & { readonly points: number })[]>()
  return {
    layout,
    sideMm,
    correction: correctionFor(longest, sideMm),
    sized: (netGrams) => {
      const sized =
        known.get(netGrams) ?? sizeRows(pdf, rowsOfWeight(netGrams), room, first?.number ?? '')
      known.set(netGrams, sized)
      return sized
    },
  }
}

/** Rows as large as the place lets them; plain lines are of one size, a long name is narrowed alone. */
function sizeRows(
  pdf: Paper,
  rows: readonly Row[],
  room: { readonly width: number; readonly height: number },
  number: string,
) {
  const shares = rows.reduce((sum, { share }) => sum + share, 0)
  const most = Math.min(room.height / (shares * LEADING), mm(MOST_LINE_MM))
  const fits = ({ text, face, share }: Row) => {
    const wide = pdf
      .font(face)
      .fontSize(share)
      .widthOfString(text ?? number)
    return Math.min(most, room.width / wide)
  }
  const plain = Math.min(...rows.filter(({ share }) => share === 1).map(fits))
  return rows.map((row) => ({
    ...row,
    points: row.share * (row.share === 1 ? plain : Math.min(fits(row), plain * 1.25)),
  }))
}

function drawLabel(
  pdf: Paper,
  { x, y }: { x: number; y: number },
  pack: PackLabels['packs'][number],
  { layout: { height, padding }, sideMm, correction, sized }: LabelPlan,
): void {
  const inner = height - 2 * padding
  const square = { x: mm(x + padding), y: mm(y + padding + (inner - sideMm) / 2), side: mm(sideMm) }
  drawQr(pdf, pack.url, square, { correction, mask: MASK })
  const rows = sized(pack.netGrams)
  const tall = rows.reduce((sum, { points }) => sum + points * LEADING, 0)
  const left = square.x + square.side + mm(GAP_MM)
  let top = mm(y + padding) + (mm(inner) - tall) / 2
  for (const { text, face, points } of rows) {
    pdf.font(face).fontSize(points).fillColor('#000000')
    pdf.text(text ?? pack.number, left, top, { lineBreak: false })
    top += points * LEADING
  }
}

/** A quarter of a wet or torn code may be lost, where it is large enough for that. */
function correctionFor(url: string, sideMm: number): Correction {
  return moduleOf(url, sideMm, 'Q') >= LEAST_MODULE_MM ? 'Q' : 'M'
}

function weightText(grams: number): string {
  return grams >= 1_000 && grams % 100 === 0 ? `${grams / 1_000} kg` : `${grams} g`
}

function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM
}
