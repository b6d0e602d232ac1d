export { SeededRandom } from './seeded-random.ts'
export { plainVillage, simulateVillage } from './village-simulator.ts'
export type {
  Character,
  RingStyle,
  SimulatedVillage,
  StarRule,
  VillageParameters,
} from './village-simulator.ts'
