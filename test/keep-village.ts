// Serves a fresh demonstration village for `npm test`, whose season loads while the checks still
// run. Prints its address once it is ready, and stops it when whoever asked closes our input.
import { once } from 'node:events'
import { serveVillage } from './served-village.ts'

process.stdin.resume()
const asked = once(process.stdin, 'end')
const village = await serveVillage({ demonstration: true })
process.stdout.write(`${village.url}\n`)
await asked
await village.stop()
