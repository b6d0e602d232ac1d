/**
 * How a rule sheet stands in a workbook (.xlsx): three worksheets, each with its heading in the first
 * row that names its columns. Rows above the heading are for the reader and ignored.
 *
 * - 细则: one item a row. 分值 in points, below zero for a deduction. 封顶 in words (每年最多3分,
 *   每月最多1次). 公示天数 empty means 7. 完整规则 holds what the other columns cannot say, as the
 *   item's JSON of azalea-rule-sheet/1; it may be empty. Where both speak, the plain columns win;
 *   分值 must then be empty for an item in bands, and 封顶 always, since the JSON says it.
 * - 兑换: one good a row; 完整规则 likewise. The worksheet may be missing.
 * - 说明: pairs of name and value. Any may be missing.
 */
export const itemColumns = [
  '编号',
  '类别',
  '事项',
  '事项（英文）',
  '分值',
  '单位',
  '核验方式',
  '封顶',
  '公示天数',
  '完整规则',
] as const

export const goodColumns = [
  '编号',
  '类别',
  '物品',
  '物品（英文）',
  '所需分值',
  '单位',
  '核验方式',
  '完整规则',
] as const

export const noteNames = [
  '标题',
  '标题（英文）',
  '施行日期',
  '来源',
  '总则（JSON）',
  '类别（JSON）',
] as const

export type ItemColumn = (typeof itemColumns)[number]
export type GoodColumn = (typeof goodColumns)[number]
export type NoteName = (typeof noteNames)[number]

export const worksheetNames = { items: '细则', goods: '兑换', notes: '说明' } as const
