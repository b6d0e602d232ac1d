export { sandboxRoom } from './room.ts'
