import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { compost, spray } from '../../../../../test/inputs-village.ts'
import { listColumns } from './list-layout.ts'
import { readListFile } from './read-list-file.ts'
import { writeListFile } from './write-list-file.ts'

async function problemsOf(change: Readonly<Record<string, string>>): Promise<string[]> {
  const good = [
    '农药',
    '试验水剂',
    'PD 20990001',
    '甲碱',
    '白菜、萝卜',
    '３０毫升',
    '40ml',
    '2',
    '7',
    '24',
    '否',
    '2026-01-01',
    '',
    '标签',
  ]
  const cells = listColumns.map((column, no) => change[column] ?? good[no] ?? '')
  const rows = [['2026年许用农资'], [...listColumns], cells]
  const file = Buffer.from(await writeXlsx({ sheets: [{ name: '清单', rows }] }))
  const { uses, problems } = await readListFile(file)
  expect(uses.length === 0).toBe(problems.length > 0)
  return problems.map(({ at, zh }) => `${at} ${zh}`)
}

it('reads back the list that was written', async () => {
  const uses = [spray, compost]
  expect(await readListFile(await writeListFile(uses))).toEqual({ uses, problems: [] })
})

it('names the cell of everything that is wrong', async () => {
  expect(await problemsOf({})).toEqual([])
  expect(await problemsOf({ 每亩最少用量: '30', 来源: '' })).toEqual([
    '清单!F3 “每亩最少用量”要写数量和单位，例如 30 毫升。',
    '清单!G3 “每亩最多用量”不能少于最少用量，单位要一样。',
    '清单!N3 “来源”没有填。',
  ])
  const wrong: [string, string][] = [
    ['类型', '除草'],
    ['登记证号', ''],
    ['有效成分', ''],
    ['作物', '、'],
    ['每亩最多用量', '20ml'],
    ['每亩最多用量', '40 克'],
    ['每季最多次数', ''],
    ['每季最多次数', '0'],
    ['安全间隔期（天）', '-1'],
    ['安全间隔期（天）', '7.5'],
    ['再次进地（小时）', '9999'],
    ['有机', '也许'],
    ['有效期起', '去年'],
    ['有效期止', '2025-01-01'],
  ]
  for (const [column, text] of wrong)
    expect([column, text, (await problemsOf({ [column]: text })).length > 0]).toEqual([
      column,
      text,
      true,
    ])
})

it('finds no list in an empty one, and none in a table of something else', async () => {
  const other = Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows: [['姓名']] }] }))
  for (const file of [await writeListFile([]), other]) {
    const { uses, problems } = await readListFile(file)
    expect([uses.length, problems.length]).toEqual([0, 1])
  }
})
