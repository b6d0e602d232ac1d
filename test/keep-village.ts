// Keeps a village (`kept-village.ts`) for `npm test`, whose season loads while other tests run.
// Prints what the journeys need to know of it once it is ready, and stops it when whoever asked
// closes our input.
import { once } from 'node:events'
import { keepVillage } from './kept-village.ts'

process.stdin.resume()
const asked = once(process.stdin, 'end')
const { village, close } = await keepVillage()
process.stdout.write(`${JSON.stringify(village)}\n`)
await asked
await close()
