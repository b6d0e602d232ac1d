export { mayHarvest, whyNotHarvesting } from './harvests/may-harvest.ts'
export { lockPlotStory } from './plot-story.store.ts'
export type { InputParts } from './parts.ts'
export { inputsSubmodule } from './submodule.ts'
