import { drawnBytes, queueBytes, shareOut, type OrderRule, type Queue } from '@azalea/scoring/order'
import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import {
  adoptOrderRule,
  draftOffer,
  draftOrderRule,
  publishOffer,
} from '../apps/server/src/modules/benefits/index.ts'
import { announceQueue } from '../apps/server/src/modules/benefits/queues/announce-queue.ts'
import { drawQueue } from '../apps/server/src/modules/benefits/queues/draw-queue.ts'
import type { BenchPostgres } from './bench-server.ts'
import {
  openBenefitsVillage,
  carried,
  tomorrowAt,
  type BenefitsVillage,
} from './benefits-village.ts'
import { cpuTime, cpuTimePer } from './cpu-time.ts'
import { HttpConnection } from './http-connection.ts'
import { median, round, summarise, timeEach } from './measure.ts'
import { signInPeople, VILLAGE } from './village-fixture.ts'

const ROUNDS = 7
const OPERATIONS = 300
const KILOGRAM = 1_000
export const CHECKPOINT = 'bench.example/log\n1\ncm9vdA==\n'

export const strictRule: OrderRule = {
  schema: 'azalea-order-rule/1',
  precedence: { by: 'honour' },
  ties: ['less_received', 'longer_wait'],
  floorPermille: 50,
  partial: true,
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * One offer that every household claims: its queue frozen, announced and shared out, in memory alone
 * and through the database with a message to each household; then everybody's own turn over HTTP,
 * beside a bare SELECT by primary key.
 */
export async function benchQueues(postgres: BenchPostgres, claimants: number) {
  const server = await postgres.openServer()
  try {
    const village = await openBenefitsVillage(server, claimants)
    const offerId = await claimedOffer(village, await adoptedRule(village, strictRule))
    const inMemory = timeInMemory(claimants)
    const inDatabase = await timeInDatabase(village, offerId)
    await server.owner.query('VACUUM ANALYZE')
    const myTurn = await timeMyTurn(village, offerId)
    return { claimants, inMemory, inDatabase, myTurn }
  } finally {
    await server.close()
  }
}

export async function adoptedRule(
  { doors, committee: [drafter, publisher] }: BenefitsVillage,
  rule: OrderRule,
): Promise<string> {
  const draft = { nameZh: '荣誉分在前', nameEn: null, rule }
  const { orderRuleId } = await draftOrderRule(doors, drafter, randomUUID(), draft)
  await adoptOrderRule(doors, publisher, randomUUID(), { orderRuleId, resolution: carried })
  return orderRuleId
}

/** An offer of half of what all households want of it. */
async function claimedOffer(village: BenefitsVillage, orderRuleId: string): Promise<string> {
  const { doors, clock, householdIds } = village
  const [drafter, publisher] = village.committee
  const { offerId } = await draftOffer(doors, drafter, randomUUID(), {
    kind: 'produce_sale',
    titleZh: '青菜先卖',
    titleEn: null,
    wordsZh: '合作社到村口收。',
    wordsEn: null,
    unit: 'kg',
    claimant: 'household',
    ageFrom: null,
    ageTo: null,
    supplyQuantity: householdIds.length * KILOGRAM,
    mostQuantity: 50 * KILOGRAM,
    orderRuleId,
    honourSince: null,
    groupNos: [],
    opensAt: clock.now(),
    closesAt: tomorrowAt(village, 17),
    answerWithinDays: 3,
    publishes: 'masked_names',
  })
  await publishOffer(doors, publisher, randomUUID(), { offerId })
  await claimForAll(village, offerId)
  return offerId
}

/** A claim of two kilograms of each household. */
export async function claimForAll(village: BenefitsVillage, offerId: string): Promise<void> {
  const { server, doors, householdIds, clock } = village
  const claimants = await server.database.inVillage(VILLAGE, async (db) => {
    const secret = await doors.secrets.of(db, VILLAGE)
    return householdIds.map((id) => secret.pseudonym('claimant', `${offerId} ${id}`))
  })
  await server.owner.query(
    `INSERT INTO offer_claim (village_id, offer_id, holder_id, household_id, person_id, claimant, wanted_quantity,
       least_quantity, channel, claimed_at, changed_at)
     SELECT $1, $2, household_id, household_id, person_id, claimant, 2 * ${KILOGRAM}, ${KILOGRAM}, 'app', $5, $5
     FROM unnest($3::uuid[], $4::text[]) AS c (household_id, claimant) JOIN person USING (household_id)
     WHERE person.village_id = $1`,
    [VILLAGE, offerId, householdIds, claimants, clock.now()],
  )
  await server.owner.query('ANALYZE')
}

/** What anybody does who holds the claims: spell the queue, hash it, share it out, hash the order. */
function timeInMemory(claimants: number) {
  const queue: Queue = {
    rule: strictRule,
    supplyQuantity: claimants * KILOGRAM,
    claims: Array.from({ length: claimants }, (_, at) => ({
      claimant: String(at).padStart(22, '0'),
      wantedQuantity: 2 * KILOGRAM,
      leastQuantity: KILOGRAM,
      honourHundredths: (at * 7919) % 50_000,
      receivedQuantity: (at % 3) * KILOGRAM,
      waitedOffers: at % 5,
    })),
  }
  const took = Array.from({ length: 5 }, () => {
    const began = process.cpuUsage()
    const clock = performance.now()
    const announced = sha256(queueBytes(queue))
    const drawn = sha256(drawnBytes(shareOut(sha256, announced, queue)))
    if (drawn.length !== 64) throw new Error('nothing was drawn')
    const { user, system } = process.cpuUsage(began)
    return { seconds: (performance.now() - clock) / 1000, cpu: (user + system) / 1e6 }
  })
  return {
    seconds: round(median(took.map(({ seconds }) => seconds))),
    cpuSeconds: round(median(took.map(({ cpu }) => cpu))),
  }
}

async function timeInDatabase(village: BenefitsVillage, offerId: string) {
  const { doors, clock } = village
  clock.set(tomorrowAt(village, 17.02))
  const announce = await timed(() => announceQueue(doors, VILLAGE, offerId))
  const draw = await timed(() => drawQueue(doors, VILLAGE, offerId, CHECKPOINT))
  return { seconds: round(announce.seconds + draw.seconds), announce, draw }
}

/** Seconds by the clock and of the processors, of something that must happen. */
export async function timed(work: () => Promise<unknown>) {
  const before = await cpuTime()
  const began = performance.now()
  const done = await work()
  if (done === false) throw new Error('it did not happen')
  const seconds = round((performance.now() - began) / 1000)
  const after = await cpuTime()
  const used = before && after && cpuTimePer(1000, before, after)
  return {
    seconds,
    cpuSeconds: { here: round(used?.client ?? 0), postgres: round(used?.postgres ?? 0) },
  }
}

async function timeMyTurn({ server }: BenefitsVillage, offerId: string) {
  const people = await signInPeople(server.owner, 1_000)
  const http = new HttpConnection(server.port)
  const bare = new pg.Client({ ...server.connection })
  await bare.connect()
  const anyone = () => {
    const person = people[Math.floor(Math.random() * people.length)]
    if (person === undefined) throw new Error('nobody signed in')
    return person
  }
  const kinds = {
    bare: () =>
      bare.query({
        name: 'turn',
        text: 'SELECT place FROM offer_turn WHERE village_id = $1 AND offer_id = $2 AND holder_id = $3',
        values: [VILLAGE, offerId, anyone().householdId],
      }),
    myTurn: () => expectTurn(http.get(`/api/offers/${offerId}`, anyone().cookie)),
    myOffers: () => expectOk(http.get('/api/offers', anyone().cookie)),
  }
  const rounds: Record<string, number[][]> = { bare: [], myTurn: [], myOffers: [] }
  const cpu: Record<string, unknown> = {}
  for (const operation of Object.values(kinds)) await timeEach(50, operation)
  for (let turn = 0; turn < ROUNDS; turn += 1)
    for (const [kind, operation] of Object.entries(kinds)) {
      const before = await cpuTime()
      rounds[kind]?.push(await timeEach(OPERATIONS, operation))
      const after = await cpuTime()
      const used = before && after && cpuTimePer(OPERATIONS, before, after)
      cpu[kind] = used && { server: round(used.server), postgres: round(used.postgres) }
    }
  http.close()
  await bare.end()
  return Object.fromEntries(
    Object.entries(rounds).map(([kind, took]) => [
      kind,
      { ...summarise(took), cpuMillisecondsEach: cpu[kind] },
    ]),
  )
}

async function expectTurn(answer: ReturnType<HttpConnection['get']>): Promise<void> {
  const body = await expectOk(answer)
  if (!(body as { ownTurn?: { place?: number } }).ownTurn?.place) throw new Error('no turn')
}

export async function expectOk(answer: ReturnType<HttpConnection['get']>): Promise<unknown> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
  return body
}
