export {
  confirmAdoption,
  proposeAdoption,
  publishAdoptionContract,
} from './offers/offer-adoption.ts'
export type { AdoptionParts } from './parts.ts'
export { readAdoptionRecord } from './read-adoptions.ts'
export { adoptionsSubmodule } from './submodule.ts'
export { writeAdoptionUpdate } from './updates/write-adoption-update.ts'
