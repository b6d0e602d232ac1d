export { selectToldOfPack, type Told } from './captures/partner-event.store.ts'
export { toldSteps, partnerKinds } from './tables.ts'
export type { PartnerParts } from './parts.ts'
export { partnersSubmodule } from './submodule.ts'
