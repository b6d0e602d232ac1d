import { randomUUID } from 'node:crypto'
import { publishOffer } from '../../apps/server/src/modules/benefits/index.ts'
import { announceQueue } from '../../apps/server/src/modules/benefits/queues/announce-queue.ts'
import { drawQueue } from '../../apps/server/src/modules/benefits/queues/draw-queue.ts'
import { openBudget } from '../../apps/server/src/modules/money/index.ts'
import { writeGrowerStatementsPdf } from '../../apps/server/src/modules/overview/grower-statements-pdf.ts'
import {
  checkScale,
  closeRound,
  confirmRoundSettlement,
  enterScale,
  enterWeighIn,
  giveSlots,
  openRound,
  proposeRoundSettlement,
} from '../../apps/server/src/modules/produce/index.ts'
import type { BenchPostgres } from '../bench-server.ts'
import {
  openBenefitsVillage,
  resolution,
  tomorrowAt,
  type BenefitsVillage,
} from '../benefits-village.ts'
import { ratePerSecond, round } from '../measure.ts'
import { adoptedRule, CHECKPOINT, claimForAll, strictRule, timed } from '../queues.bench.ts'
import { VILLAGE } from '../village-fixture.ts'
import { acceptAll, growOnPlots, photoOf, weighOthers } from './round-fixture.ts'

const KILOGRAM = 1_000
const WEIGHING_SECONDS = 10
const LANES = 8
const A_FILE = 100

/**
 * A round that every grower claims: from the close of the claims to the queue with its times; weigh-ins
 * for some seconds, beside plain INSERTs of the same rows; and the settlement of all, with a statement
 * each on paper, beside the sum that SQL makes of it.
 */
export async function benchRounds(postgres: BenchPostgres, growers: number) {
  const server = await postgres.openServer()
  try {
    const village = await openBenefitsVillage(server, growers)
    const roundId = await openedRound(village)
    await claimForAll(village, roundId)
    const queue = await timeQueue(village, roundId)
    const harvestIds = await growOnPlots(village)
    const weighIns = await timeWeighIns(village, roundId, harvestIds)
    await weighOthers(server.owner, roundId)
    const settlement = await timeSettlement(village, roundId)
    return { growers, queue, weighIns, settlement }
  } finally {
    await server.close()
  }
}

async function openedRound(village: BenefitsVillage): Promise<string> {
  const { doors, clock, committee, householdIds } = village
  const [buyer, second] = committee
  const { budgetId } = await openBudget(doors, buyer, randomUUID(), {
    nameZh: '收菜款',
    nameEn: null,
    mostFen: 1_000_000_000,
    resolution,
  })
  const orderRuleId = await adoptedRule(village, { ...strictRule, floorPermille: 0 })
  const { roundId } = await openRound(doors, buyer, randomUUID(), {
    titleZh: '收白菜',
    titleEn: null,
    wordsZh: '到村口收。',
    wordsEn: null,
    crop: '白菜',
    priceUnit: 'jin',
    grades: [
      { grade: 'first', fen: 160 },
      { grade: 'second', fen: 110 },
    ],
    deductions: [{ nameZh: '合作社', nameEn: null, permille: 20 }],
    wantedGrams: householdIds.length * 2 * KILOGRAM,
    mostGrams: 50 * KILOGRAM,
    collectionPoint: '村口',
    minutesEach: 1,
    itemRef: null,
    budgetId,
    orderRuleId,
    opensAt: clock.now(),
    closesAt: tomorrowAt(village, 7),
    answerWithinDays: 1,
    beginsAt: tomorrowAt(village, 8),
    endsAt: tomorrowAt(village, 20),
  })
  await publishOffer(doors, second, randomUUID(), { offerId: roundId })
  return roundId
}

/** Announced, drawn, and (everybody takes it) given a time and a message each. */
async function timeQueue(village: BenefitsVillage, roundId: string) {
  const { doors, clock, server } = village
  clock.set(tomorrowAt(village, 7.02))
  const announce = await timed(() => announceQueue(doors, VILLAGE, roundId))
  const draw = await timed(() => drawQueue(doors, VILLAGE, roundId, CHECKPOINT))
  await acceptAll(server.owner, roundId)
  const slots = await timed(() => giveSlots(doors, VILLAGE))
  const bare = await timed(() =>
    server.owner.query(
      `CREATE TEMP TABLE bare_queue AS SELECT claim.*, row_number() OVER (ORDER BY claimed_at, claimant) AS place
       FROM offer_claim AS claim WHERE village_id = $1 AND offer_id = $2`,
      [VILLAGE, roundId],
    ),
  )
  const seconds = round(announce.seconds + draw.seconds + slots.seconds)
  return { seconds, targetSeconds: 2, announce, draw, slots, bare }
}

async function timeWeighIns(
  village: BenefitsVillage,
  roundId: string,
  harvestIds: readonly string[],
) {
  const { doors, clock, committee, server } = village
  const [buyer, weigher] = committee
  clock.set(new Date(clock.now().getTime() + 3_600_000 + 60_000))
  const scale = { name: '台秤', speaks: 'bluetooth', line: null, toleranceGrams: 20 } as const
  const { scaleId } = await enterScale(doors, buyer, randomUUID(), scale)
  const check = { scaleId, testGrams: 20_000, readGrams: 20_000 }
  await checkScale(doors, weigher, randomUUID(), check)
  const photoFileId = await photoOf(server.owner, weigher.personId)
  let next = 0
  const perSecond = await ratePerSecond(LANES, WEIGHING_SECONDS, async () => {
    const harvestId = harvestIds[next]
    next += 1
    if (harvestId === undefined) return
    await enterWeighIn(doors, weigher, randomUUID(), {
      roundId,
      harvestId,
      scaleId,
      photoFileId,
      weighedHow: 'bluetooth',
      readingId: null,
      grade: 'first',
      grossGrams: 2_000,
      tareGrams: 100,
      outcome: 'accepted',
      because: null,
      replacesId: null,
    })
  })
  const done = Math.min(next, harvestIds.length)
  await server.owner.query('CREATE TEMP TABLE bare_weigh_in (LIKE weigh_in)')
  const barePerSecond = await ratePerSecond(1, 3, async () => {
    await server.owner.query('INSERT INTO bare_weigh_in SELECT * FROM weigh_in LIMIT 1')
  })
  return {
    done,
    perMinute: round(Math.min(perSecond, done / WEIGHING_SECONDS) * 60, 0),
    targetPerMinute: 500,
    bareInsertsPerMinute: round(barePerSecond * 60, 0),
  }
}

async function timeSettlement(village: BenefitsVillage, roundId: string) {
  const { doors, clock, committee, server } = village
  const [buyer, second] = committee
  clock.set(new Date(clock.now().getTime() + 13 * 3_600_000))
  await server.owner.query('VACUUM ANALYZE')
  await closeRound(doors, buyer, randomUUID(), { roundId })
  let settlementId = ''
  const propose = await timed(async () => {
    const settlement = await proposeRoundSettlement(doors, buyer, randomUUID(), { roundId })
    settlementId = settlement.settlementId
  })
  const confirm = await timed(() =>
    confirmRoundSettlement(doors, second, randomUUID(), { settlementId }),
  )
  const print = await timed(() => printAll(village, settlementId))
  const bare = await timed(() =>
    server.owner.query(
      `SELECT household_id, sum((2 * net_grams * fen + 500) / 1000) FROM weigh_in
       JOIN round_grade USING (village_id, round_id, grade)
       WHERE village_id = $1 AND round_id = $2 AND outcome = 'accepted' AND voided_at IS NULL
       GROUP BY household_id`,
      [VILLAGE, roundId],
    ),
  )
  const seconds = round(propose.seconds + confirm.seconds + print.seconds)
  return { seconds, targetSeconds: 30, propose, confirm, print, bare }
}

/** So many a file, as the page asks for them. */
async function printAll({ doors, committee }: BenefitsVillage, settlementId: string) {
  const [reader] = committee
  for (let after = 0; ; after += A_FILE) {
    const of = { after, limit: A_FILE }
    const asked = doors.contributions.growerStatements(reader, { settlementId, of })
    const [first, ...rest] = await asked.catch(() => [])
    if (first === undefined) return
    await writeGrowerStatementsPdf([first, ...rest], 'zh')
    process.stdout.write(`\r${after + rest.length + 1} statements`)
  }
}
