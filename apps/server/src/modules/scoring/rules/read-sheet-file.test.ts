import { parseRuleSheet, ruleSheetBytes, type RuleSheet } from '@azalea/scoring'
import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeWorkbook } from '../../../../fixtures/files/make-workbook.ts'
import { readSheetFile } from './read-sheet-file.ts'
import { sheetHash } from './sheet-hash.ts'
import { writeTemplate, writeWorkbook } from './write-workbook.ts'

const villageId = '330109102259'
const defaults = { villageId, effectiveFrom: '2026-03-02' }
const fixture = (name: string) =>
  readFileSync(
    new URL(
      `../../../../../../packages/scoring/fixtures/rule-sheets/${name}.json`,
      import.meta.url,
    ),
  )

async function readGood(bytes: Buffer): Promise<RuleSheet> {
  const read = await readSheetFile(bytes, defaults)
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1))
  return read.sheet
}

async function problemsOf(items: CellValue[][], heading?: CellValue[]) {
  const rows = [
    heading ?? ['编号', '类别', '事项', '分值', '单位', '核验方式', '封顶', '公示天数'],
    ...items,
  ]
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '细则', rows }] }))
  const read = await readSheetFile(bytes, defaults)
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`)
}

describe('readSheetFile', () => {
  it.each(['luoyu', 'baiyang'])(
    'reads the published sheet of %s as this village’s own',
    async (name) => {
      const published = JSON.parse(fixture(name).toString()) as { items: unknown[] }
      const sheet = await readGood(fixture(name))
      expect(sheet.villageId).toBe(villageId)
      expect(sheet.items.length).toBeGreaterThan(published.items.length / 2)
      expect(parseRuleSheet(sheet).ok).toBe(true)
    },
  )

  it('reads a native sheet', async () => {
    const sheet = await readGood(fixture('dashigai-garden'))
    expect(sheet.title.zh).toBe('大石盖村积分细则')
  })

  it('tells every problem of a native sheet', async () => {
    const sheet = JSON.parse(fixture('dashigai-garden').toString()) as RuleSheet
    const broken = { ...sheet, surprise: 1, items: [{ ...sheet.items[0], noticeDays: -1 }] }
    const read = await readSheetFile(Buffer.from(JSON.stringify(broken)), defaults)
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual([
      '/surprise',
      '/items/0/noticeDays',
    ])
  })

  it.each([
    ['no JSON', Buffer.from('points')],
    ['no workbook', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(40)])],
    ['GB18030', Buffer.from([0x7b, 0xb4, 0xf3])],
  ])('refuses what is %s', async (_, bytes) => {
    await expect(readSheetFile(bytes, defaults)).rejects.toMatchObject({
      code: 'sheet_file_unreadable',
    })
  })
})

it('refuses a workbook that would fill the memory, whatever it says of itself', async () => {
  const swollen = makeWorkbook(' '.repeat(40_000_000), [], { toldBytes: 0 })
  await expect(readSheetFile(swollen, defaults)).rejects.toMatchObject({
    code: 'sheet_file_too_large',
  })
})

describe('a workbook', () => {
  it.each(['dashigai-garden', 'luoyu', 'baiyang'])(
    'of %s reads back to the same bytes',
    async (name) => {
      const sheet = await readGood(fixture(name))
      const again = await readGood(Buffer.from(await writeWorkbook(sheet)))
      expect(ruleSheetBytes(again)).toBe(ruleSheetBytes(sheet))
      expect(sheetHash(again)).toBe(sheetHash(sheet))
    },
  )

  it('keeps every mechanism, good and policy that an editor can set', async () => {
    const url = new URL(
      '../../../../../../packages/scoring/vectors/rule-sheet.json',
      import.meta.url,
    )
    const sheet = JSON.parse(readFileSync(url, 'utf8')) as RuleSheet
    const [soap] = sheet.goods
    if (soap === undefined) throw new Error('the vectors have lost their good')
    const { initialStock: _, ...rice } = { ...soap, ref: 'rice', costHundredths: 4550 }
    const edited: RuleSheet = {
      ...sheet,
      villageId,
      goods: [soap, { ...rice, name: { zh: '大米（5 公斤）', en: 'Rice, 5 kg' } }],
      policies: {
        wallet: { kind: 'carry_over', on: '12-31', keepPermille: 500, atMostHundredths: 20_050 },
        startingHundredths: 0,
        onlyHighest: 'same_group',
        objectionAnswerWorkingDays: 5,
        withdrawalWorkingDays: 3,
        ownItems: { atMostMerits: 5, atMostDeductions: 0, atMostHundredthsEach: 2000 },
      },
      items: sheet.items.map((item, no) => (no === 0 ? { ...item, isOwn: true } : item)),
    }
    expect(parseRuleSheet(edited)).toEqual({ ok: true, sheet: edited })
    const again = await readGood(Buffer.from(await writeWorkbook(edited)))
    expect(ruleSheetBytes(again)).toBe(ruleSheetBytes(edited))
    // What is written over in plain cells counts.
    const cheaper = await readGood(
      Buffer.from(await writeWorkbook({ ...edited, goods: [{ ...soap, costHundredths: 400 }] })),
    )
    expect(cheaper.goods).toEqual([{ ...soap, costHundredths: 400 }])
  })

  it('is read in plain words: filled-down category, full-width digits, caps, days', async () => {
    const rows: CellValue[][] = [
      ['大石盖村积分细则（草案）'],
      ['编号', '类别', '事项', '分值', '单位', '核验方式', '封顶', '公示天数'],
      ['a1', '环境', '清扫村道', '１．５', '次', '照片', '每月最多3分', 5],
      [],
      ['a2', null, '乱倒垃圾', -2, '次', null, null, null],
    ]
    const sheet = await readGood(
      Buffer.from(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] })),
    )
    expect(sheet.effectiveFrom).toBe('2026-03-02')
    expect(sheet.categories.map(({ ref }) => ref)).toEqual(['环境'])
    const [sweep, litter] = sheet.items
    expect(sweep).toMatchObject({
      ref: 'a1',
      kind: 'merit',
      base: { kind: 'fixed', pointsHundredths: 150 },
      noticeDays: 5,
      caps: [{ scope: 'person', of: 'item', window: 'month', atMostHundredths: 300 }],
    })
    expect(litter).toMatchObject({
      ref: 'a2',
      category: '环境',
      kind: 'deduction',
      base: { kind: 'fixed', pointsHundredths: 200 },
      noticeDays: 7,
    })
  })

  it('lets an edited cell win over the whole rule beside it', async () => {
    const sheet = await readGood(fixture('dashigai-garden'))
    const rate = sheet.items.find(({ ref }) => ref === 'garden-rate')
    const rows: CellValue[][] = [
      ['编号', '类别', '事项', '分值', '单位', '核验方式', '公示天数', '完整规则'],
      ['garden-rate', rate?.category ?? '', '给菜地评星', 0.3, null, null, 0, JSON.stringify(rate)],
    ]
    const read = await readGood(Buffer.from(await writeXlsx({ sheets: [{ name: '细则', rows }] })))
    expect(read.items).toEqual([
      {
        ...rate,
        name: { zh: '给菜地评星', en: '给菜地评星' },
        base: { kind: 'fixed', pointsHundredths: 30 },
      },
    ])
  })

  it('tells each problem with its cell', async () => {
    expect(
      await problemsOf([
        ['a1', '环境', '清扫', '很多', '次', '照片', null, null],
        ['a2', '环境', '清扫', 1.234, '次', '照片', null, '三'],
      ]),
    ).toEqual(['细则!D2 bad_points', '细则!D3 bad_points', '细则!H3 bad_days'])
    expect(await problemsOf([['a1', '环境', '清扫', 1, '次', '照片', '差不多就行', null]])).toEqual(
      ['细则!2/cap cap_unreadable'],
    )
    expect(
      await problemsOf([
        ['a1', '环境', '清扫', 1, '次', '照片', null, null],
        ['a1', '环境', '清扫两次', 1, '次', '照片', null, null],
      ]),
    ).toEqual(['细则!3/ref duplicate_ref'])
  })

  it('without a heading is told so', async () => {
    expect(await problemsOf([['a1', '环境', '清扫', 1]], ['甲', '乙'])).toEqual([
      '细则 heading_missing',
    ])
  })

  it('template has the heading, and neither items nor categories', async () => {
    const read = await readSheetFile(Buffer.from(await writeTemplate()), defaults)
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual([
      'bad_length',
      'bad_length',
    ])
  })
})
