import { randomUUID } from 'node:crypto'
import { draftOrderRule } from '../apps/server/src/modules/benefits/index.ts'
import type { BenchPostgres } from './bench-server.ts'
import { openBenefitsVillage, type BenefitsVillage } from './benefits-village.ts'
import { HttpConnection } from './http-connection.ts'
import { quantile, round } from './measure.ts'
import { adoptedRule, expectOk, strictRule } from './queues.bench.ts'
import { signInPeople, signInPerson, VILLAGE } from './village-fixture.ts'

const HOUSEHOLDS = 5_000
const OFFERS = 20
const ROUNDS = 3

/**
 * A season of offers that every household claimed, under three rules side by side; meanwhile somebody
 * else asks small questions of the same server, whose longest wait says what stood in their way.
 */
export async function benchWhatIf(postgres: BenchPostgres, claims: number) {
  const server = await postgres.openServer()
  try {
    const households = Math.min(HOUSEHOLDS, Math.ceil(claims / OFFERS))
    const village = await openBenefitsVillage(server, households)
    const rules = await threeRules(village)
    await playSeason(village, rules[0] ?? '', Math.ceil(claims / households))
    const cadre = await signInPerson(server.owner, village.committee[0])
    const [other] = await signInPeople(server.owner, 1)
    const path = `/api/order-rules/what-if?kind=produce_sale&unit=kg&rules=${rules.join(',')}`
    const [asking, smalltalk] = [new HttpConnection(server.port), new HttpConnection(server.port)]
    const small = () => expectOk(smalltalk.get('/api/me/household', other?.cookie ?? ''))
    const quiet = await waitsWhile(small, new Promise((resolve) => setTimeout(resolve, 2_000)))
    const seconds: number[] = []
    const waits: number[] = []
    for (let turn = 0; turn < ROUNDS; turn += 1) {
      const began = performance.now()
      const told = expectOk(asking.get(path, cadre.cookie))
      waits.push(...(await waitsWhile(small, told)))
      const { claims: counted } = (await told) as { claims: number }
      if (counted < claims) throw new Error(`${counted} claims were replayed, not ${claims}`)
      seconds.push((performance.now() - began) / 1000)
    }
    asking.close()
    smalltalk.close()
    return {
      claims,
      rules: rules.length,
      seconds: seconds.map((one) => round(one)),
      othersWaitMilliseconds: { quiet: told(quiet), meanwhile: told(waits) },
    }
  } finally {
    await server.close()
  }
}

const told = (waits: readonly number[]) => ({
  asked: waits.length,
  p50: round(quantile(waits, 0.5), 1),
  p99: round(quantile(waits, 0.99), 1),
  longest: round(Math.max(...waits), 1),
})

async function waitsWhile(ask: () => Promise<unknown>, work: Promise<unknown>): Promise<number[]> {
  let isOver = false
  const over = work.finally(() => (isOver = true))
  const waits: number[] = []
  while (!isOver) {
    const began = performance.now()
    await ask()
    waits.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await over
  return waits
}

async function threeRules(village: BenefitsVillage): Promise<string[]> {
  const { doors, committee } = village
  const adopted = await adoptedRule(village, strictRule)
  const drafts = []
  for (const precedence of [
    { by: 'honour_less_received', halfAtQuantity: 20_000 },
    { by: 'lot' },
  ] as const) {
    const draft = { nameZh: '另一种', nameEn: null, rule: { ...strictRule, ties: [], precedence } }
    drafts.push((await draftOrderRule(doors, committee[0], randomUUID(), draft)).orderRuleId)
  }
  return [adopted, ...drafts]
}

/** Offers that were drawn, a day after another, as the queues would have left them. */
async function playSeason(
  { server: { owner }, clock }: BenefitsVillage,
  orderRuleId: string,
  offers: number,
): Promise<void> {
  const now = clock.now()
  await owner.query(
    `INSERT INTO offer (village_id, offer_id, kind, title_zh, words_zh, unit, claimant, supply_quantity, most_quantity,
       order_rule_id, group_nos, opens_at, closes_at, answer_within_days, publishes, state, drafted_by, drafted_at,
       drawn_at, checkpoint, left_quantity, floor_quantity)
     SELECT $1, gen_random_uuid(), 'produce_sale', '青菜', '收菜', 'kg', 'household', (SELECT count(*) FROM household) * 1000, 50000,
       $2, '{}', day - interval '2 days', day - interval '1 day', 3, 'masked_names', 'settled', gen_random_uuid(),
       day - interval '3 days', day, 'bench/log' || chr(10) || no || chr(10) || 'cm9vdA==' || chr(10), 0, 0
     FROM (SELECT no, $3::timestamptz - no * interval '3 days' AS day FROM generate_series(1, $4::int) AS no) AS days`,
    [VILLAGE, orderRuleId, now, offers],
  )
  await owner.query(
    `INSERT INTO offer_claim (village_id, offer_id, holder_id, household_id, person_id, claimant, wanted_quantity,
       least_quantity, channel, claimed_at, changed_at)
     SELECT $1, offer_id, household_id, household_id, person_id, left(md5(offer_id::text || household_id), 22), 2000, 1000, 'app', $2, $2
     FROM offer CROSS JOIN person WHERE offer.village_id = $1 AND person.village_id = $1`,
    [VILLAGE, now],
  )
  await owner.query(
    `INSERT INTO offer_turn (village_id, offer_id, holder_id, household_id, place, honour_hundredths, received_quantity,
       waited_offers, outcome, given_quantity, called_quantity, state, is_protected)
     SELECT $1, offer_id, household_id, household_id, row_number() OVER (PARTITION BY offer_id ORDER BY household_id),
       (hashtext(household_id::text) & 65535), 0, 0, 'nothing_left', 0, 0, 'waiting', false
     FROM offer_claim WHERE village_id = $1`,
    [VILLAGE],
  )
  await owner.query('VACUUM ANALYZE')
}
