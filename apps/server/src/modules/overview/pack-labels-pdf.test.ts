import sharp from 'sharp'
import { expect, it } from 'vitest'
import { labelPapers, type PackLabels } from '../../platform/on-paper.ts'
import { readCodes, renderPages } from '../../../test/printed-page.ts'
import { writePackLabelsPdf } from './pack-labels-pdf.ts'

const labelsOf = (
  count: number,
  url = 'https://dashigai.example.cn/t/330109102259/',
): PackLabels => ({
  villageName: '大石盖村',
  crop: '上海青（小青菜）',
  packedOn: '2026-11-30',
  bestBefore: '2026-12-04',
  lotNumbers: ['261129-K7QF', '261129-M2XA'],
  packs: Array.from({ length: count }, (_, at) => {
    const number = `261130-YB4T-${String(at + 1).padStart(3, '0')}`
    return { number, netGrams: 500, url: `${url}${number}` }
  }),
})
const urlsOf = ({ packs }: PackLabels) => packs.map(({ url }) => url).toSorted()

const sizes = {
  a4_3x8: [210, 297, 24],
  a4_2x7: [210, 297, 14],
  a4_4x10: [210, 297, 40],
  '40x30': [40, 30, 1],
  '60x40': [60, 40, 1],
  '70x50': [70, 50, 1],
} as const

it.each(labelPapers)('every code of %s is read from the printed page', async (paper) => {
  const [width, height, onPage] = sizes[paper]
  const labels = labelsOf(onPage + 1)
  const pdf = await writePackLabelsPdf({ labels, paper, storage: 'chilled', language: 'zh' })
  const pages = await renderPages(pdf)
  expect(pages.map(({ widthMm, heightMm }) => [widthMm, heightMm])).toEqual([
    [width, height],
    [width, height],
  ])
  const read = (await Promise.all(pages.map(({ png }) => readCodes(png)))).flat()
  expect(read.toSorted()).toEqual(urlsOf(labels))
})

it.each(['40x30', 'a4_4x10'] as const)(
  'a GS1 Digital Link is read from the smallest labels too: %s',
  async (paper) => {
    const labels = labelsOf(1, 'https://dashigai.example.cn/01/09506000134352/21/')
    const pdf = await writePackLabelsPdf({ labels, paper, storage: null, language: 'zh' })
    const [page] = await renderPages(pdf)
    expect(await readCodes(page?.png ?? Buffer.alloc(0))).toEqual(urlsOf(labels))
  },
)

it('is read although a corner of the code is gone, as from wet paper', async () => {
  const labels = labelsOf(1)
  const pdf = await writePackLabelsPdf({ labels, paper: '60x40', storage: null, language: 'en' })
  const [page] = await renderPages(pdf)
  const { width } = await sharp(page?.png).metadata()
  // A drop of 4 mm upon the data, off the patterns by which a reader finds the code.
  const drop = Math.round((width / 60) * 4)
  const left = Math.round((width / 60) * 20)
  const wet = { create: { width: drop, height: drop, channels: 3, background: '#ffffff' } } as const
  const torn = await sharp(page?.png)
    .composite([{ input: wet, left, top: left }])
    .png()
    .toBuffer()
  expect(await readCodes(torn)).toEqual(urlsOf(labels))
})
