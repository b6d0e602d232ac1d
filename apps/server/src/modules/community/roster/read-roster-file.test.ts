import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { makeWorkbook } from '../../../../fixtures/files/make-workbook.ts'
import { readRosterFile } from './read-roster-file.ts'
import { rowsNamed } from './roster-errors.ts'

const HEADING = ['组别', '户号', '姓名', '身份证号']
const csv = (...lines: string[]) => Buffer.from([HEADING.join(','), ...lines].join('\n'))

async function workbook(...sheets: WriteSheet[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets }))
}

const codeOf = (file: Buffer) =>
  readRosterFile(file).then(
    () => 'read',
    (error: { code: string }) => error.code,
  )

describe('a house number of which a spreadsheet has made a date', () => {
  it.each([
    ['3月1日', '3-1'],
    ['12-Mar', '3-12'],
    ['Mar-12', '3-12'],
    ['2026/3/1', '3-1'],
    ['2026-03-01', '3-1'],
    ['2026年3月1日', '3-1'],
    ['3月', '3-1'],
  ])('is named, not imported: %s', async (text, guess) => {
    const { rows, errors } = await readRosterFile(csv(`1组,${text},陈芳`, '1组,2号,王五'))
    expect(rows.map(({ houseNo }) => houseNo)).toEqual(['2号'])
    expect(errors).toMatchObject([{ cell: 'B2', code: 'house_no_is_date' }])
    expect(errors[0]?.messageZh).toContain(`“${guess}”`)
  })

  it('is named when its cell is a date', async () => {
    const date = new Date('2026-03-01T00:00:00Z')
    const rows = [
      HEADING,
      ['1组', date, '陈芳'],
      ['1组', '3-1', '王五'],
      ['1组', '3-1-202', '李四'],
    ]
    const { rows: read, errors } = await readRosterFile(await workbook({ name: '名册', rows }))
    expect(read.map(({ houseNo }) => houseNo)).toEqual(['3-1', '3-1-202'])
    expect(errors).toMatchObject([{ cell: 'B2', code: 'house_no_is_date' }])
    expect(errors[0]?.messageEn).toContain('“2026-03-01” (it may have been “3-1”)')
  })
})

describe('sheets', () => {
  const rows = (group: string, name: string) => [HEADING, [group, '1号', name]]

  it('are all read that have a heading; the others are named', async () => {
    const file = await workbook(
      { name: '一组', rows: rows('1组', '陈芳') },
      { name: '说明', rows: [['请按样表填写']] },
      { name: '空表', rows: [] },
      {
        name: '二组',
        rows: [
          ['二组名册'],
          ['姓名', '户号', '组别'],
          ['王五', '3月1日', '2组'],
          ['李四', '2号', '2组'],
        ],
      },
      { name: '旧的', rows: rows('3组', '赵六'), hidden: true },
    )
    const read = await readRosterFile(file)
    expect(read.rows.map(({ name, group }) => [name, group.groupNo])).toEqual([
      ['陈芳', 1],
      ['李四', 2],
    ])
    expect(read.errors).toMatchObject([{ cell: '二组!B3', column: '户号' }])
    expect(read.remarks.map(({ code }) => code)).toEqual([
      'sheets_read',
      'sheet_without_heading',
      'sheet_hidden',
    ])
    const told = read.remarks.map(({ messageZh }) => messageZh).join('\n')
    for (const words of ['2 个工作表：一组、二组', '“说明”没有读', '“旧的”是隐藏的'])
      expect(told).toContain(words)
  })

  it('tell of rows that are hidden and of filters, and read them all the same', async () => {
    const names = ['甲', '乙', '丙', '丁', '戊'].map((name, n) => [
      '1组',
      `${n + 1}号`,
      `陈${name}`,
    ])
    const file = await workbook({
      name: '名册',
      rows: [HEADING, ...names],
      autoFilter: { range: 'A1:D6' },
      rowDefs: new Map([2, 3, 5].map((row) => [row, { hidden: true }])),
    })
    const { rows: read, remarks } = await readRosterFile(file)
    expect(read).toHaveLength(5)
    expect(remarks.map(({ code }) => code)).toEqual(['rows_hidden', 'sheet_filtered'])
    expect(remarks[0]?.messageZh).toContain('有 3 行是隐藏的（第 3–4、6 行）')
  })
})

describe('a heading', () => {
  const read = (...lines: string[]) => readRosterFile(Buffer.from(lines.join('\n')))

  it.each(['是否户主', '备注', '与户主关系'])(
    'swallows no first person whose cell below %s reads as a heading of its own',
    async (column) => {
      const { rows, rowCount } = await read(
        `组别,户号,姓名,${column}`,
        '1组,1号,陈芳,户主',
        '1组,1号,王五,',
      )
      expect([rowCount, rows.map(({ name }) => name)]).toEqual([2, ['陈芳', '王五']])
    },
  )

  it.each(['是', '√', '户主'])('takes %s below 是否户主 for the head', async (tick) => {
    const { rows } = await read(
      '组别,户号,姓名,是否户主',
      `1组,1号,陈芳,${tick}`,
      '1组,1号,王五,否',
    )
    expect(rows.map(({ isHead }) => isHead)).toEqual([true, false])
  })

  it('is read over two rows where the upper one spans several columns', async () => {
    const { rows } = await read('组别,户号,成员信息,', ',,姓名,手机号', '1组,1号,陈芳,13800000001')
    expect(rows).toMatchObject([{ name: '陈芳', phone: '13800000001' }])
  })

  it('names its columns that are not read', async () => {
    const { remarks } = await read('序号,组别,户号,姓名,备注', '1,1组,1号,陈芳,无')
    expect(remarks).toMatchObject([{ code: 'columns_unread_of_file', cell: null }])
    expect(remarks[0]?.messageZh).toContain('没有读：序号、备注。')
    expect(remarks[0]?.messageEn).toContain('were not read: 序号, 备注.')
  })
})

describe('rows that take group or house from above', () => {
  it('are told', async () => {
    const { rows, remarks } = await readRosterFile(
      csv('1组,1号,陈芳', ',,王五', '1组,,李四', '1组,2号,赵六', ',3号,钱七'),
    )
    expect(rows.map(({ houseNo }) => houseNo)).toEqual(['1号', '1号', '1号', '2号', '3号'])
    expect(remarks.map(({ code }) => code)).toEqual(['rows_filled_from_above'])
    expect(remarks[0]?.messageZh).toContain('第 3–4、6 行的组别或户号空着')
    expect(remarks[0]?.messageEn).toContain('empty in rows 3–4, 6;')
  })
})

describe('another row', () => {
  it('is named with its sheet where there are several', async () => {
    const rows = [HEADING, ['1组', '1号', '陈芳']]
    const one = await readRosterFile(await workbook({ name: '一组', rows }))
    const two = await readRosterFile(
      await workbook(
        { name: '一组', rows },
        { name: '二组', rows: [HEADING, ['2组', '1号', '王五']] },
      ),
    )
    expect(rowsNamed(one.heading, 2)).toEqual({ zh: '第 2 行', en: 'row 2' })
    expect(rowsNamed(two.heading, 4)).toEqual({ zh: '“二组”第 2 行', en: 'row 2 of “二组”' })
  })
})

describe('how many rows', { timeout: 120_000 }, () => {
  it('does not count rows that are only formatted', async () => {
    const text = (address: string, value: string) =>
      `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`
    const line = (no: number, cells: readonly string[]) =>
      `<row r="${no}">${cells.map((value, n) => text(`${'ABC'[n]}${no}`, value)).join('')}</row>`
    const empty = Array.from(
      { length: 30_000 },
      (_, n) => `<row r="${n + 3}"><c r="A${n + 3}" s="0"/></row>`,
    )
    const file = makeWorkbook(
      line(1, HEADING.slice(0, 3)) + line(2, ['1组', '1号', '陈芳']) + empty.join(''),
    )
    const { rowCount, rows } = await readRosterFile(file)
    expect([rowCount, rows.length]).toEqual([1, 1])
    expect(
      (await readRosterFile(csv('1组,1号,陈芳', ...Array<string>(30_000).fill(',,')))).rowCount,
    ).toBe(1)
  })

  it('says how many there are when there are too many', async () => {
    const people = Array.from({ length: 20_001 }, (_, n) => `1组,${n + 1}号,陈芳`)
    await expect(readRosterFile(csv(...people))).rejects.toMatchObject({
      code: 'spreadsheet_too_large',
      params: { count: 20_002 },
    })
    expect((await readRosterFile(csv(...people.slice(1)))).rowCount).toBe(20_000)
  })
})

it('says how to save a web page under the name of a spreadsheet', async () => {
  for (const page of [
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>组别</td></tr></table></body></html>',
    '\ufeff\r\n<!DOCTYPE html><table></table>',
    '<table><tr><td>组别</td></tr></table>',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    'MIME-Version: 1.0\nContent-Type: multipart/related',
  ])
    expect(await codeOf(Buffer.from(page))).toBe('html_spreadsheet')
})

it('keeps a person whose document is no identity card, and says what was left out', async () => {
  const { rows, errors, remarks } = await readRosterFile(
    csv(
      '1组,1号,陈芳,E12345678',
      '1组,2号,王五,330109620305001',
      '1组,3号,李四,H12345678(9)',
      '1组,4号,赵六,33010919620305',
    ),
  )
  expect(rows.map(({ name, idNumber }) => [name, idNumber])).toEqual([
    ['陈芳', null],
    ['王五', null],
    ['李四', null],
  ])
  expect(remarks.map(({ code, cell }) => [code, cell])).toEqual([
    ['id_other_document', 'D2'],
    ['id_fifteen_digits', 'D3'],
    ['id_other_document', 'D4'],
  ])
  expect(remarks[0]?.messageZh).toContain('陈芳的证件号“E12345678”')
  expect(errors).toMatchObject([{ cell: 'D5', code: 'id_malformed' }])
})
