import type { ConsistencyCheck } from '../../../platform/module.ts'
import { selectUnevenSettlements } from './settlements/settlement.store.ts'

/** What growers were paid is what their statements and the runs that pay them tell. */
export const checkRounds: ConsistencyCheck = async (db, villageId) => {
  const uneven = await selectUnevenSettlements(db, villageId)
  return uneven.map((settlementId) => ({ code: 'round_settlement_uneven', settlementId }))
}
