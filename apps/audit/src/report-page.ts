import type { Finding, FindingKind } from './findings.ts'
import { count, lineOf, pointsText, type Report } from './report.ts'

const STYLE = `body{font:18px/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{font-size:1.6rem}.good{color:#146c2e}.bad{color:#a3160f}table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd}code{overflow-wrap:anywhere}`

/** The report as a page that a villager can read, in Chinese and English. */
export function pageOf(report: Report): string {
  const { checkpoint, recomputed, findings } = report
  const rows: [string, string][] = []
  if (checkpoint !== null) {
    rows.push(['账本 Log', checkpoint.origin])
    rows.push(['条数 Entries', count(checkpoint.size)])
    const seen = checkpoint.witnesses.map(({ name, seenAt }) => `${name} (${seenAt})`)
    rows.push(['见证 Witnessed by', seen.join(', ') || '无 nobody'])
    rows.push(['根 Root', checkpoint.rootHash])
  }
  const policy = report.policyFromLog
    ? '账本自己给的 told by the log'
    : '审计人自带 the auditor’s own'
  rows.push(['信任谁 Whom to trust', policy])
  if (report.extendsSize !== null)
    rows.push(['接上次 Extends', `${count(report.extendsSize)} 条 entries`])
  if (recomputed !== null) {
    rows.push(['重算积分 Awards recomputed', count(recomputed.awards + recomputed.countedAwards)])
    rows.push(['重算户荣誉分 Balances', count(recomputed.balances)])
    rows.push(['重算榜单 Boards', count(recomputed.boards)])
    rows.push(['每日结账 Daily statements', count(recomputed.statements)])
    if (recomputed.spotDraws > 0) {
      const { spotChecks, lapsedChecks } = recomputed
      const told = `${count(spotChecks)} 次已查 made，${count(lapsedChecks)} 次逾期没人查 lapsed`
      rows.push(['抽查 Spot checks', told])
    }
    if (recomputed.queues > 0)
      rows.push(['重排的队 Queues worked out again', count(recomputed.queues)])
    if (report.points !== null) rows.push(['积分 Points', pointsText(report.points)])
    if (report.stock !== null) {
      const { pieces, purchases } = report.stock
      const left = `最多还有 at most ${count(pieces - purchases)} / ${count(pieces)} 件 pieces`
      rows.push(['超市库存 Stock of the shop', left])
    }
    for (const { index, announcedOn } of report.waitingDraws)
      rows.push(['待抽签 Draw waiting', `${announcedOn}（第 ${index} 条 entry）`])
    rows.push(['结到 Closed through', report.closedThrough ?? '–'])
  }
  if (report.openings !== null) {
    const { opened, closed } = report.openings
    rows.push(['启封 Opened parts', `${count(opened)}（未启封 closed: ${count(closed)}）`])
  }
  const verdict = report.agrees
    ? '<p class="good"><strong>全部对得上。Everything agrees.</strong></p>'
    : `<p class="bad"><strong>有 ${count(findings.total)} 处对不上。${count(findings.total)} things do not agree.</strong></p>`
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>村账本审计 Audit of the village’s log</title><style>${STYLE}</style>
<h1>村账本审计 Audit of the village’s log</h1>
${verdict}
<table>${rows.map(([name, value]) => `<tr><th>${name}</th><td><code>${escape(value)}</code></td></tr>`).join('')}</table>
${findingsTable(report)}
</html>
`
}

/** Of each kind so many stand on the page; the JSON report has them all. */
const SHOWN_OF_A_KIND = 20

function findingsTable({ findings: { total, kinds, all } }: Report): string {
  const [first] = all
  if (first === undefined) return ''
  const cause = `<p>最先对不上的一处，后面的可能都由它而来。The first; what follows may only come from it: <code>${escape(lineOf(first))}</code></p>`
  return `<h2>对不上的地方 What does not agree</h2>${total > 1 ? cause : ''}${kinds.map((kind) => kindTable(kind, all)).join('')}`
}

function kindTable({ code, count: times }: FindingKind, all: readonly Finding[]): string {
  const shown = all.filter((finding) => finding.code === code).slice(0, SHOWN_OF_A_KIND)
  const rows = shown.map(
    ({ index, detail }) => `<tr><td>${index ?? '–'}</td><td>${escape(detail)}</td></tr>`,
  )
  const more = times - shown.length
  return `<h3>${escape(code)}（${count(times)}）</h3>
<table><tr><th>条 Entry</th><th>说明 Detail</th></tr>${rows.join('')}</table>
${more > 0 ? `<p>另有 ${count(more)} 处，都在 JSON 报告里。And ${count(more)} more, all in the JSON report.</p>` : ''}`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
