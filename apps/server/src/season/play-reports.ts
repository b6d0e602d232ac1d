import {
  appealReport,
  decideAppeal,
  decideReport,
  replyToReport,
  reportBreach,
  readDeductionOf,
  settleReports,
  type ReportBreachInput,
} from '../modules/participation/index.ts'
import { repairDeduction } from '../modules/scoring/index.ts'
import { atHour, schedule, type Place, type Player, type Stage } from './stage.ts'

interface Case {
  readonly name: 'upheld' | 'appealed' | 'open'
  /** The season's day of the report; the rest follows days later. */
  readonly day: number
  readonly words: string
  readonly reply: string | null
  readonly decision: {
    readonly outcome: 'upheld' | 'dismissed'
    readonly itemRef: string | null
    readonly reasons: string
  } | null
}

const cases: readonly Case[] = [
  {
    name: 'upheld',
    day: 34,
    words: '这块地的农膜和药瓶扔在旁边的水沟里，提醒过，过了七天还在。',
    reply: '那几天在外地干活，没顾上清，是我家的。',
    decision: {
      outcome: 'upheld',
      itemRef: 'plot-litter',
      reasons: '技术员提醒过，七天后去看还在，照片和本人说的一致。',
    },
  },
  {
    name: 'appealed',
    day: 45,
    words: '这家把垃圾倒在路边，早上看见的。',
    reply: '那是收垃圾的车掉下来的，我家的桶就在门口。',
    decision: {
      outcome: 'dismissed',
      itemRef: null,
      reasons: '路口的人证实是垃圾车掉的，不是这家倒的。',
    },
  },
  {
    name: 'open',
    day: 87,
    words: '他家地头堆着旧农膜，风一吹就到沟里。',
    reply: null,
    decision: null,
  },
]

const REPLIED_AFTER_DAYS = 2
const DECIDED_AFTER_DAYS = 4
const APPEALED_AFTER_DAYS = 6
const APPEAL_DECIDED_AFTER_DAYS = 10
const SETTLED_AFTER_DAYS = 12
/** Published on the next of the weekly days and final a week later, then made good. */
const REPAIRED_AFTER_DAYS = 32

/**
 * Three reports of breaches: one upheld after a reply, one dismissed on appeal too, one still open.
 * @param visitors as whom visitors sign in: the first reports, and the last is about the second
 */
export function playReports(stage: Stage, visitors: readonly Visitor[]): void {
  const { byPhone, plots } = stage.cast
  const players = visitors.flatMap(({ phone }) => byPhone.get(phone) ?? [])
  const kept = plots.filter(({ keeperHouseholdId }) => keeperHouseholdId !== null)
  const [, second] = visitors
  const [, reported] = players
  for (const [index, one] of cases.entries()) {
    const place = kept[10 + index * 20]
    if (place === undefined) throw new Error('the season has too few plots to report')
    const { code } = place
    const byPlate: Reported = { player: keeperOf(stage, place), about: { kind: 'plate', code } }
    const isNamed = one.name === 'open' && second !== undefined && reported !== undefined
    const found = isNamed ? byName(reported, second.name) : byPlate
    playReport(stage, one, found, players)
  }
}

function byName(player: Player, name: string): Reported {
  return { player, about: { kind: 'person', name, groupNo: player.groupNo } }
}

interface Visitor {
  readonly phone: string
  readonly name: string
}

/** Who is reported, and how the reporter points at them. */
interface Reported {
  readonly player: Player
  readonly about: ReportBreachInput['about']
}

function playReport(
  stage: Stage,
  { name, day, words, reply, decision }: Case,
  { player: keeper, about }: Reported,
  visitors: readonly Player[],
): void {
  const { doors, cast } = stage
  const key = `season-report-${name}`
  const reporter = apartFrom([...visitors, ...cast.villagers], [keeper])
  let reportId = ''
  const at = (days: number, hour: number, run: () => Promise<unknown>) =>
    schedule(stage, atHour(stage, day + days, hour), async () => {
      await run()
    })
  at(0, 18, async () => {
    const occurredAt = atHour(stage, day, 7.5).toISOString()
    const input = { about, occurredAt, words, photoFileIds: [] }
    ;({ reportId } = await reportBreach(doors, reporter.actor, key, input))
  })
  if (reply === null || decision === null) return
  at(REPLIED_AFTER_DAYS, 19, () => {
    const input = { reportId, words: reply, photoFileId: null }
    return replyToReport(doors, keeper.actor, `${key}-reply`, input)
  })
  const decider = apartFrom(cast.committee, [keeper, reporter])
  at(DECIDED_AFTER_DAYS, 10, () =>
    decideReport(doors, decider.actor, `${key}-decide`, { ...decision, reportId, quantity: 1 }),
  )
  if (decision.outcome === 'dismissed')
    playAppeal(stage, { key, at, reporter, keeper, reportId: () => reportId })
  else playDeduction(stage, { key, at, decider, reportId: () => reportId })
}

type At = (days: number, hour: number, run: () => Promise<unknown>) => void

function playAppeal(
  { doors, cast }: Stage,
  {
    key,
    at,
    reporter,
    keeper,
    reportId,
  }: { key: string; at: At; reporter: Player; keeper: Player; reportId: () => string },
): void {
  const supervisor = apartFrom(cast.supervisors, [reporter, keeper])
  at(APPEALED_AFTER_DAYS, 20, () => {
    const words = '我看见的时候车还没来，请监委会再问问。'
    return appealReport(doors, reporter.actor, `${key}-appeal`, { reportId: reportId(), words })
  })
  at(APPEAL_DECIDED_AFTER_DAYS, 15, () =>
    decideAppeal(doors, supervisor.actor, `${key}-confirm`, {
      reportId: reportId(),
      outcome: 'confirmed',
      itemRef: null,
      quantity: 1,
      reasons: '问了收垃圾的和两户邻居，时间对得上，维持原来的决定。',
    }),
  )
}

/** What was upheld is deducted when its week for an appeal is over; weeks later the keeper makes it good. */
function playDeduction(
  stage: Stage,
  { key, at, decider, reportId }: { key: string; at: At; decider: Player; reportId: () => string },
): void {
  const { doors, villageId } = stage
  at(SETTLED_AFTER_DAYS, 0.5, () => settleReports(doors, villageId))
  at(REPAIRED_AFTER_DAYS, 16, async () => {
    const awardId = await doors.database.inVillage(villageId, (db) =>
      readDeductionOf(db, villageId, reportId()),
    )
    if (awardId === null) return
    await repairDeduction(doors, decider.actor, `${key}-repair`, {
      awardId,
      way: 'mending',
      minutes: null,
      words: '沟里清干净了，农膜交到了回收点。',
      photoFileId: null,
    })
  })
}

function keeperOf({ cast }: Stage, { keeperHouseholdId }: Place): Player {
  const found = cast.villagers.find(({ householdId }) => householdId === keeperHouseholdId)
  if (found === undefined) throw new Error('a plot that nobody of the season keeps')
  return found
}

/** Somebody of none of these households. */
function apartFrom(players: readonly Player[], others: readonly Player[]): Player {
  const households = new Set(others.map(({ householdId }) => householdId))
  const found = players.find(({ householdId }) => !households.has(householdId))
  if (found === undefined) throw new Error('nobody of another household')
  return found
}
