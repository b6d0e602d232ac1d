export { estimators, measureVillage } from './measure-village.ts'
export type { LabEstimator, VillageMeasure } from './measure-village.ts'
export { SeededRandom } from './seeded-random.ts'
export { plainVillage, simulateVillage } from './village-simulator.ts'
export type {
  Character,
  RingStyle,
  SimulatedVillage,
  StarRule,
  VillageParameters,
} from './village-simulator.ts'
