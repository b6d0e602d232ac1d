export { produceModule } from './module.ts'
export {
  claimPlot,
  drawPlots,
  openGrowingSeason,
  publishConvention,
  type DrawnPlot,
} from './land/index.ts'
