import { amountText, type ApprovedUse } from '@azalea/produce-rules'
import { writeXlsx } from 'hucre/xlsx'
import { listColumns, type ListColumn } from './list-layout.ts'

/**
 * A list as the workbook that `readListFile` reads: the heading alone where there are no lines. Its bytes
 * follow from the lines alone, so that it can be sent again.
 */
export async function writeListFile(uses: readonly ApprovedUse[]): Promise<Buffer> {
  const rows = uses.map((use) => {
    const cells = cellsOf(use)
    return listColumns.map((column) => cells[column])
  })
  const written = new Date(0)
  const bytes = await writeXlsx({
    properties: { created: written, modified: written },
    sheets: [{ name: '许用清单', rows: [[...listColumns], ...rows] }],
  })
  return Buffer.from(bytes)
}

function cellsOf(use: ApprovedUse): Readonly<Record<ListColumn, string>> {
  const amount = (thousandths: number) => amountText({ unit: use.unit, thousandths })
  return {
    类型: use.kind === 'pesticide' ? '农药' : '肥料',
    产品名称: use.name,
    登记证号: use.registrationNumber,
    有效成分: use.substances.join('、'),
    作物: use.crops.join('、'),
    每亩最少用量: amount(use.leastPerMu),
    每亩最多用量: amount(use.mostPerMu),
    每季最多次数: use.mostUses === null ? '' : String(use.mostUses),
    '安全间隔期（天）': String(use.preHarvestDays),
    '再次进地（小时）': String(use.reEntryHours),
    有机: use.isOrganic ? '是' : '否',
    有效期起: use.validFrom,
    有效期止: use.validTo ?? '',
    来源: use.source,
  }
}
