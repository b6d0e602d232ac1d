import { hexEncode } from '@azalea/tlog'
import type { Outcome } from './audit.ts'
import type { OpeningsTally } from './check-openings.ts'
import type { Accounts } from './village-state/accounts.ts'
import type { Shop, Stock } from './village-state/shop.ts'
import type { Tally } from './village-state/tally.ts'
import type { WaitingDraw } from './village-state/spot-checks.ts'
import type { Checks } from './village-state/checks.ts'
import type { Finding, FindingKind, Findings } from './findings.ts'
import { oneLine } from './one-line.ts'

export interface Points {
  readonly awardedHundredths: number
  readonly reversedHundredths: number
  readonly spentHundredths: number
  /** Points to start with, less what the ends of wallets' years took. */
  readonly grantedHundredths: number
}

/** The report for programs; also what the page is made of. */
export interface Report {
  readonly format: 'azalea-audit-report/2'
  readonly log: string
  readonly agrees: boolean
  readonly checkpoint: {
    readonly origin: string
    readonly size: number
    readonly rootHash: string
    readonly witnesses: readonly { readonly name: string; readonly seenAt: string }[]
  } | null
  /** True when the log itself said whom to trust. */
  readonly policyFromLog: boolean
  /** The size that was audited before and that this log extends; null for a first audit. */
  readonly extendsSize: number | null
  readonly readFrom: number
  readonly closedThrough: string | null
  readonly recomputed: Tally | null
  /** Lists of spot checks that are not drawn yet. */
  readonly waitingDraws: readonly WaitingDraw[]
  /** How what awards say of earlier ones was checked. */
  readonly earlierUse: Checks | null
  readonly accounts: number
  /** Of the last statement: what stands in wallets is what was awarded or there to begin with, less the others. */
  readonly points: Points | null
  /** Of the shop; null when nothing ever came in. */
  readonly stock: Stock | null
  /** Parts that the village opened, and parts that stayed closed; null when none were brought. */
  readonly openings: OpeningsTally | null
  readonly findings: {
    readonly total: number
    readonly kinds: readonly FindingKind[]
    /** In the order of the log, where the first is nearest to the cause. */
    readonly all: readonly Finding[]
  }
  readonly seconds: number
  readonly peakMemoryBytes: number
}

export function reportOf(
  log: string,
  { checkpoint, policyFromLog, extended, readFrom, village, openings }: Outcome,
  findings: Findings,
  seconds: number,
): Report {
  return {
    format: 'azalea-audit-report/2',
    log,
    agrees: findings.total === 0 && checkpoint !== null,
    checkpoint: checkpoint && {
      origin: oneLine(checkpoint.checkpoint.origin),
      size: checkpoint.checkpoint.size,
      rootHash: hexEncode(checkpoint.checkpoint.rootHash),
      witnesses: checkpoint.witnesses.map(({ name, timestampSeconds }) => ({
        name: oneLine(name),
        seenAt: new Date(timestampSeconds * 1000).toISOString(),
      })),
    },
    policyFromLog,
    extendsSize: extended?.size ?? null,
    readFrom,
    closedThrough: village?.closedThrough ?? null,
    recomputed: village?.tally ?? null,
    waitingDraws: village?.known.spotChecks.waiting() ?? [],
    earlierUse: village?.known.checks ?? null,
    accounts: village?.known.accounts.size ?? 0,
    points: village && pointsOf(village.known.accounts),
    stock: village && stockOf(village.known.shop),
    openings,
    findings: { total: findings.total, kinds: findings.kinds, all: findings.kept },
    seconds: Math.round(seconds * 10) / 10,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
  }
}

const pointsOf = (accounts: Accounts): Points => {
  const { awardedHundredths, reversedHundredths, spentHundredths, grantedHundredths } = accounts
  return { awardedHundredths, reversedHundredths, spentHundredths, grantedHundredths }
}

function stockOf(shop: Shop): Stock | null {
  const stock = shop.stock()
  return stock.lots === 0 ? null : stock
}

/** The report in a few lines for a terminal. */
export function summaryOf(report: Report): string {
  const { checkpoint, recomputed, findings, openings } = report
  const lines = report.agrees ? ['Everything agrees.'] : findingLines(findings)
  if (checkpoint !== null) {
    const names = checkpoint.witnesses.map(({ name }) => name).join(', ') || 'nobody'
    lines.push(`${checkpoint.origin}: ${count(checkpoint.size)} entries, witnessed by ${names}`)
  }
  if (report.policyFromLog) lines.push('Whom to trust was told by the log itself (no --policy).')
  if (report.extendsSize !== null)
    lines.push(`It extends the ${count(report.extendsSize)} entries audited before.`)
  if (recomputed !== null)
    lines.push(
      `Recomputed: ${count(recomputed.awards)} awards, ${count(recomputed.countedAwards)} counted ones ` +
        `in ${count(recomputed.counts)} records, ${count(recomputed.reversals)} reversals, ${count(recomputed.objections)} objections, ` +
        `${count(recomputed.statements)} daily statements with ${count(recomputed.balances)} balances ` +
        `and ${count(recomputed.boards)} boards, of ${count(report.accounts)} accounts.`,
    )
  if (recomputed !== null) lines.push(...spotCheckLines(recomputed, report.waitingDraws))
  lines.push(...pointsLines(report))
  if (openings !== null)
    lines.push(
      `Opened: ${count(openings.opened)} parts are what the log commits to; ${count(openings.closed)} of ` +
        `${openings.kinds.join(', ')} from ${openings.from} through ${openings.through} stay closed.`,
    )
  const megabytes = Math.round(report.peakMemoryBytes / 1e6)
  lines.push(`${report.seconds} s, ${megabytes} MB of memory at most.`)
  return `${lines.join('\n')}\n`
}

/** The first one says where to look: what stands after it in the log may only follow from it. */
function findingLines({ total, kinds, all }: Report['findings']): string[] {
  const [first] = all
  const lines = [`${count(total)} things do not agree.`]
  if (first === undefined) return ['Nothing in it could be trusted.']
  lines.push(`The first: ${lineOf(first)}`)
  if (total > 1) lines.push('What comes after it may only follow from it. By kind:')
  if (total > 1) lines.push(...kinds.map(kindLine))
  return lines
}

function kindLine({ code, count: times, firstIndex, lastIndex }: FindingKind): string {
  const span =
    firstIndex === lastIndex ? `entry ${firstIndex}` : `entries ${firstIndex} to ${lastIndex}`
  return `  ${code}: ${count(times)}, ${firstIndex === null ? 'the log as a whole' : span}`
}

/** What became of the spot checks: one that nobody made is told apart from one that was kept back. */
function spotCheckLines(
  { spotDraws, retiredDraws, spotChecks, lapsedChecks, queues }: Tally,
  waiting: readonly WaitingDraw[],
): string[] {
  const lines: string[] = []
  if (spotDraws > 0)
    lines.push(
      `Spot checks: ${count(spotDraws)} draws, ${count(spotChecks)} checks made, ` +
        `${count(lapsedChecks)} lapsed because nobody made them.`,
    )
  if (queues > 0) lines.push(`Queues: ${count(queues)} put in order again from the log.`)
  if (retiredDraws > 0)
    lines.push(
      `${count(retiredDraws)} of the draws name checkpoints of a log that was retired: audit that one for them.`,
    )
  for (const { index, announcedOn } of waiting)
    lines.push(`The draw announced on ${announcedOn} (entry ${index}) waits for its checkpoint.`)
  return lines
}

/** What was issued and spent, and what the shop can have at most. */
function pointsLines({ points, stock, recomputed }: Report): string[] {
  const lines: string[] = []
  if (points !== null) lines.push(`Points: ${pointsText(points)}.`)
  if (stock !== null && recomputed !== null)
    lines.push(
      `Shop: ${count(stock.pieces)} pieces of ${count(stock.lots)} lots, ${count(recomputed.fetched)} purchases fetched, ` +
        `${count(recomputed.givenBack)} given back; ${count(stock.pieces - stock.purchases)} pieces are left at most.`,
    )
  return lines
}

/** Points as people count them. */
export function pointsText(points: Points) {
  const { awardedHundredths, reversedHundredths, spentHundredths, grantedHundredths } = points
  const inWallets = awardedHundredths - reversedHundredths + grantedHundredths - spentHundredths
  const say = (hundredths: number) => count(hundredths / 100)
  return (
    `发出 awarded ${say(awardedHundredths)}, 起始 to begin with ${say(grantedHundredths)}, ` +
    `收回 taken back ${say(reversedHundredths)}, ` +
    `用掉 spent ${say(spentHundredths)}, 钱包里 in wallets ${say(inWallets)}`
  )
}

/** One finding on one line. */
export function lineOf({ code, index, detail }: Finding): string {
  return `${code} ${index === null ? 'log' : `entry ${index}`}: ${detail}`
}

export function count(number: number): string {
  return number.toLocaleString('en')
}
