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
export { readRealRatings, thinRatings } from './real-ratings.ts'
export type { RealRatings } from './real-ratings.ts'
export { scoreFigures } from './score-figures.ts'
export type { ScoreFigures } from './score-figures.ts'
