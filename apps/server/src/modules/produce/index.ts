export { produceModule } from './module.ts'
export {
  claimPlot,
  drawPlots,
  openGrowingSeason,
  publishConvention,
  readSeasons,
  restPlot,
  type DrawnPlot,
} from './land/index.ts'
export { bringLot, readLots } from './lots/index.ts'
export { confirmProduct, openPoint, openSlot, proposeProduct, sellAtTill } from './market/index.ts'
export { confirmLift, packLots, placeHold, proposeLift, type PackLotsInput } from './packs/index.ts'
export {
  cancelPlanting,
  finishTask,
  giveUpTask,
  keepCrop,
  planPlantings,
  readTasks,
  type KeepCropInput,
} from './plan/index.ts'
export {
  approveApplication,
  askApplication,
  confirmApprovedList,
  declareHarvest,
  declineApplication,
  enterInspection,
  enterResidueTest,
  importApprovedList,
  starterList,
  withdrawApplication,
  writeListFile,
} from './inputs/index.ts'
export {
  checkScale,
  closeRound,
  confirmRoundSettlement,
  enterScale,
  enterWeighIn,
  giveSlots,
  openRound,
  proposeRoundSettlement,
  readSlots,
} from './rounds/index.ts'
export {
  keepReadings,
  listenToBroker,
  placeSensor,
  watchSensors,
  type GivenReading,
  type PlaceSensorInput,
} from './sensors/index.ts'
export {
  confirmAdoption,
  proposeAdoption,
  publishAdoptionContract,
  readAdoptionRecord,
  writeAdoptionUpdate,
} from './adoptions/index.ts'
export { readTraceRecords } from './trace/index.ts'
