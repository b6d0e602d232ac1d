export type { InputParts } from './parts.ts'
export { inputsSubmodule } from './submodule.ts'
