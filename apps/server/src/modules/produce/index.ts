export { produceModule } from './module.ts'
