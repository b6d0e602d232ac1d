export { type DecideDeedInput, decideDeed } from './decide-deed.ts'
export { countDeedsToDecide } from './deed.store.ts'
export { type RecordDeedInput, recordDeed } from './record-deed.ts'
export { deedsSubmodule } from './submodule.ts'
