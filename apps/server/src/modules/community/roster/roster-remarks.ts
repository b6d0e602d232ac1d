import { englishProse } from '@azalea/text'
import { fillSentence, type SentenceParams } from './roster-errors.ts'

/** What a reader of the file should know, though nothing is wrong with it. */
const sentences = {
  sheet_without_heading: {
    zh: '工作表“{sheet}”没有读：里面没有“组别、户号、姓名”这样的表头。',
    en: 'The sheet “{sheet}” was not read: it has no heading with group, house number and name.',
  },
  sheet_hidden: {
    zh: '工作表“{sheet}”是隐藏的，没有读。要导入它，请取消隐藏后再上传。',
    en: 'The sheet “{sheet}” is hidden and was not read. Unhide it and upload the file again if it belongs to the roster.',
  },
  sheets_read: {
    zh: '读了 {count} 个工作表：{sheets}。',
    en: '{count} sheets were read: {sheets}.',
  },
  columns_unread: {
    zh: '工作表“{sheet}”里有用不着的列，没有读：{columns}。',
    en: 'Columns of the sheet “{sheet}” that a roster does not use were not read: {columns}.',
  },
  columns_unread_of_file: {
    zh: '有用不着的列，没有读：{columns}。',
    en: 'Columns that a roster does not use were not read: {columns}.',
  },
  rows_filled_from_above: {
    zh: '{rows}的组别或户号空着，按上一行的读；户号空着的，算作同一户。不对的，请填上再导。',
    en: 'Group or house number are empty in {rows}; they were read as those of the row above, which makes one household where the house is empty. Fill them in where that is wrong, and upload again.',
  },
  rows_hidden: {
    zh: '工作表“{sheet}”里有 {count} 行是隐藏的（第 {rows} 行），也读进来了。',
    en: 'Rows of the sheet “{sheet}” that are hidden ({rows}) were read all the same.',
  },
  sheet_filtered: {
    zh: '工作表“{sheet}”设了筛选。筛掉的行也读进来了。',
    en: 'The sheet “{sheet}” has a filter. Rows that it hides were read all the same.',
  },
  id_fifteen_digits: {
    zh: '{name}的身份证号是 15 位的旧号，没有登记；人照常导入。换发 18 位证后再补。',
    en: '{name}’s identity number is an old one of 15 digits and was left out; the person is imported. Add the number of 18 once there is one.',
  },
  id_other_document: {
    zh: '{name}的证件号“{value}”不是居民身份证号（像是护照或通行证），没有登记；人照常导入。',
    en: '{name}’s document “{value}” is not a citizen’s identity card (a passport or permit, it seems) and was left out; the person is imported.',
  },
} as const

export type RosterRemarkCode = keyof typeof sentences

export interface RosterRemark {
  readonly code: RosterRemarkCode
  /** The cell it is about; null: a sheet, or the whole file. */
  readonly cell: string | null
  readonly messageZh: string
  readonly messageEn: string
}

export function remarkOf(
  code: RosterRemarkCode,
  params: SentenceParams,
  cell: string | null = null,
): RosterRemark {
  const { zh, en } = sentences[code]
  return {
    code,
    cell,
    messageZh: fillSentence(zh, params, 'zh'),
    messageEn: englishProse(fillSentence(en, params, 'en')),
  }
}
