/** The columns of a list of approved products as a workbook, in their order. */
export const listColumns = [
  '类型',
  '产品名称',
  '登记证号',
  '有效成分',
  '作物',
  '每亩最少用量',
  '每亩最多用量',
  '每季最多次数',
  '安全间隔期（天）',
  '再次进地（小时）',
  '有机',
  '有效期起',
  '有效期止',
  '来源',
] as const

export type ListColumn = (typeof listColumns)[number]
