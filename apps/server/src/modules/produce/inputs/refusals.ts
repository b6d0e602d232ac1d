import { refusalsOf } from '../../../platform/refusal.ts'

const lists = {
  unknown_approved_list: {
    kind: 'not_found',
    zh: '没有找到这份清单。',
    en: 'There is no such list of approved products.',
  },
  approved_list_decided: {
    kind: 'conflict',
    zh: '这份清单已经公布或撤掉了。',
    en: 'This list has been published or dropped already.',
  },
  list_file_unreadable: {
    kind: 'invalid',
    zh: '这个文件不是 Excel 表格（.xlsx），请按模板填写后再上传。',
    en: 'This file is no Excel workbook (.xlsx); fill in the template and upload that.',
  },
} as const

export const refuse = refusalsOf({ ...lists } as const)
