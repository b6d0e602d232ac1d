import { randomUUID } from 'node:crypto'
import { confirmYearEnd } from '../apps/server/src/modules/benefits/year-end/confirm-year-end.ts'
import { proposeYearEnd } from '../apps/server/src/modules/benefits/year-end/propose-year-end.ts'
import { openBudget } from '../apps/server/src/modules/money/index.ts'
import { addCivilDays, civilDay } from '@azalea/text'
import type { BenchPostgres } from './bench-server.ts'
import { openBenefitsVillage, resolution, tomorrowAt } from './benefits-village.ts'
import { round } from './measure.ts'
import { timed } from './queues.bench.ts'
import { VILLAGE } from './village-fixture.ts'

const POOL_FEN = 200_000_000

/**
 * A pool shared by points among so many households: proposed, then confirmed by another, which writes
 * each share, orders each payment and tells each head.
 */
export async function benchYearEnd(postgres: BenchPostgres, households: number) {
  const server = await postgres.openServer()
  try {
    const village = await openBenefitsVillage(server, households)
    const { doors, clock, committee } = village
    const [proposer, second] = committee
    const { budgetId } = await openBudget(doors, proposer, randomUUID(), {
      nameZh: '年终分配',
      nameEn: null,
      mostFen: POOL_FEN,
      resolution,
    })
    clock.set(tomorrowAt(village, 9))
    let yearEndId = ''
    const propose = await timed(async () => {
      const until = addCivilDays(civilDay(clock.now()), -1)
      const terms = { budgetId, poolFen: POOL_FEN, since: null, until }
      const titles = { titleZh: '年终分配', titleEn: null }
      const input = { ...titles, ...terms }
      ;({ yearEndId } = await proposeYearEnd(doors, proposer, randomUUID(), input))
    })
    const confirm = await timed(() => confirmYearEnd(doors, second, randomUUID(), { yearEndId }))
    await expectWholePool(server.owner)
    return { households, seconds: round(propose.seconds + confirm.seconds), propose, confirm }
  } finally {
    await server.close()
  }
}

async function expectWholePool(owner: {
  query: (text: string, values: unknown[]) => Promise<{ rows: { sum: string }[] }>
}) {
  const { rows } = await owner.query(
    'SELECT sum(amount_fen)::text AS sum FROM payment WHERE village_id = $1',
    [VILLAGE],
  )
  if (Number(rows[0]?.sum) !== POOL_FEN) throw new Error(`${rows[0]?.sum} fen were ordered`)
}
