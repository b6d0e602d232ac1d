import { joinSubmodules, type Module } from '../../platform/module.ts'
import { adoptionsSubmodule, type AdoptionParts } from './adoptions/index.ts'
import { incomeSubmodule, type IncomeReaders } from './income/index.ts'
import { inputsSubmodule, type InputParts } from './inputs/index.ts'
import { landSubmodule, type LandParts } from './land/index.ts'
import { lotsSubmodule, type LotParts } from './lots/index.ts'
import { marketSubmodule, type MarketParts } from './market/index.ts'
import { packsSubmodule, type PackParts } from './packs/index.ts'
import { partnersSubmodule, type PartnerParts } from './partners/index.ts'
import { planSubmodule, type PlanParts } from './plan/index.ts'
import { roundsSubmodule, type RoundParts } from './rounds/index.ts'
import { sensorsSubmodule, type SensorParts } from './sensors/index.ts'
import { traceSubmodule, type TraceParts } from './trace/index.ts'

type Parts = LandParts &
  PlanParts &
  SensorParts &
  InputParts &
  LotParts &
  RoundParts &
  PackParts &
  PartnerParts &
  TraceParts &
  MarketParts &
  AdoptionParts &
  IncomeReaders

/** Each submodule knows those before it, by their doors, and none after it. */
export const produceModule: Module<Parts> = joinSubmodules<Parts>('produce', [
  landSubmodule,
  planSubmodule,
  sensorsSubmodule,
  inputsSubmodule,
  lotsSubmodule,
  roundsSubmodule,
  packsSubmodule,
  partnersSubmodule,
  traceSubmodule,
  marketSubmodule,
  adoptionsSubmodule,
  incomeSubmodule,
])
