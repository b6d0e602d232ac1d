import { expect, it } from 'vitest'
import { noticeSheetWords } from './notice-sheet-words.ts'

it('a notice on the wall has the same words in both languages, and days with their year', () => {
  const { zh, en } = noticeSheetWords
  expect(Object.keys(en)).toEqual(Object.keys(zh))
  expect(en.heads).toHaveLength(zh.heads.length)
  expect([zh.day('2026-03-09'), en.day('2026-03-09')]).toEqual(['2026年3月9日', '9 March 2026'])
  expect([zh.month('2026-03-09'), en.month('2026-03-09')]).toEqual(['2026年3月', 'March 2026'])
})

it('what is disputed or corrected is counted, and leads to the notices that hold the rest', () => {
  const { zh, en } = noticeSheetWords
  expect(en.disputed(1)).toBe('[disputed]')
  expect(en.corrected(2, ['2026-004', '2026-005'])).toBe(
    '[2 corrected, see notice 2026-004, see notice 2026-005]',
  )
  expect(zh.corrected(1, [])).toBe('【1 笔已更正】')
})
