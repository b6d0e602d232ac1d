import { joinSubmodules, type Module } from '../../platform/module.ts'

/** Each submodule knows those before it, by their doors, and none after it. */
export const produceModule: Module<unknown> = joinSubmodules<unknown>('produce', [])
