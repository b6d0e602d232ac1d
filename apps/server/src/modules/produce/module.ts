import { joinSubmodules, type Module } from '../../platform/module.ts'
import { inputsSubmodule, type InputParts } from './inputs/index.ts'
import { landSubmodule, type LandParts } from './land/index.ts'

type Parts = LandParts & InputParts

/** Each submodule knows those before it, by their doors, and none after it. */
export const produceModule: Module<Parts> = joinSubmodules<Parts>('produce', [
  landSubmodule,
  inputsSubmodule,
])
