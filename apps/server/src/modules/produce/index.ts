export { produceModule } from './module.ts'
export {
  claimPlot,
  drawPlots,
  openGrowingSeason,
  publishConvention,
  type DrawnPlot,
} from './land/index.ts'
export { declareHarvest, enterResidueTest } from './inputs/index.ts'
export { bringLot, readLots } from './lots/index.ts'
export {
  confirmLift,
  packLots,
  packNumber,
  placeHold,
  proposeLift,
  type PackLotsInput,
} from './packs/index.ts'
export {
  checkScale,
  closeRound,
  confirmRoundSettlement,
  enterScale,
  enterWeighIn,
  giveSlots,
  openRound,
  proposeRoundSettlement,
} from './rounds/index.ts'
export {
  keepReadings,
  listenToBroker,
  placeSensor,
  watchSensors,
  type GivenReading,
  type PlaceSensorInput,
} from './sensors/index.ts'
export { readTraceRecords } from './trace/index.ts'
