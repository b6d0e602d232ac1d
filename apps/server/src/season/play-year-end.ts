import { addCivilDays } from '@azalea/text'
import { confirmYearEnd, proposeYearEnd } from '../modules/benefits/index.ts'
import { openBudget, readRun, setOwnAccount, signPayments } from '../modules/money/index.ts'
import type { Demonstration } from './demonstration.ts'
import { lastDayNo } from './play-activities.ts'
import { atHour, schedule, type Player, type Stage } from './stage.ts'

const BEFORE_END_DAYS = 9
const POOL_FEN = 3_000_000
/** Of the sheet for signatures: the others sign when they come. */
const SIGNED_PERMILLE = 900
const MOST_PAYMENTS = 1_000

/**
 * What the village company has left is shared by points: voted, proposed by one, confirmed by another,
 * signed for in cash by most; the bank has the file of those who named an account.
 */
export function playYearEnd(stage: Stage, villagers: Demonstration['villagers']): void {
  const { doors, cast, firstDay } = stage
  const [proposer] = cast.committee
  const second = cast.committee.find(({ householdId }) => householdId !== proposer?.householdId)
  if (proposer === undefined || second === undefined) throw new Error('no two of the committee')
  const day = lastDayNo(stage) - BEFORE_END_DAYS
  let budgetId = ''
  let yearEndId = ''
  for (const [no, { name, phone }] of villagers.entries()) {
    const player = cast.byPhone.get(phone)
    if (player === undefined) continue
    schedule(stage, atHour(stage, day - 2, 19), async () => {
      const account = {
        holderName: name,
        bankName: '农商银行',
        accountNumber: `62280000${1000 + no}`,
      }
      await setOwnAccount(doors, player.actor, `season-payout-account-${no}`, account)
    })
  }
  schedule(stage, atHour(stage, day, 10), async () => {
    const date = addCivilDays(firstDay, day - 1)
    const vote = { date, eligible: 520, present: 411, for: 390, against: 6 }
    ;({ budgetId } = await openBudget(doors, proposer.actor, 'season-year-end-budget', {
      nameZh: '积分奖励金',
      nameEn: 'Reward fund by points',
      mostFen: POOL_FEN,
      resolution: {
        number: '村决〔2026〕6 号',
        what: '村公司结余里拿三万元，年终按积分分配',
        ...vote,
      },
    }))
    const titles = {
      titleZh: '2026 年按积分分配',
      titleEn: 'Share-out of 2026 by points',
    }
    const terms = {
      budgetId,
      poolFen: POOL_FEN,
      since: null,
      until: addCivilDays(firstDay, day - 1),
    }
    const input = { ...titles, ...terms }
    ;({ yearEndId } = await proposeYearEnd(doors, proposer.actor, 'season-year-end', input))
  })
  let runIds: readonly string[] = []
  schedule(stage, atHour(stage, day + 1, 10), async () => {
    const key = 'season-year-end-confirm'
    ;({ runIds } = await confirmYearEnd(doors, second.actor, key, { yearEndId }))
  })
  schedule(stage, atHour(stage, day + 3, 16), () => signInCash(stage, second, runIds))
}

async function signInCash(
  { doors }: Stage,
  { actor }: Player,
  runIds: readonly string[],
): Promise<void> {
  for (const runId of runIds) {
    const run = await readRun(doors, actor, runId, { limit: MOST_PAYMENTS }, 'zh')
    if (run.means !== 'cash') continue
    const others = run.lines.filter(({ isOwn }) => !isOwn).map(({ no }) => no)
    const nos = others.slice(0, Math.floor((others.length * SIGNED_PERMILLE) / 1000))
    await signPayments(doors, actor, 'season-year-end-sign', { runId, nos })
  }
}
