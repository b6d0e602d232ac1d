import { joinSubmodules, type Module } from '../../platform/module.ts'
import { inputsSubmodule, type InputParts } from './inputs/index.ts'

/** Each submodule knows those before it, by their doors, and none after it. */
export const produceModule: Module<InputParts> = joinSubmodules<InputParts>('produce', [
  inputsSubmodule,
])
