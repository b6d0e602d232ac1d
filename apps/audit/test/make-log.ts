// A made-up village's log in a folder, for audits of any size:
// `npx tsx apps/audit/test/make-log.ts FOLDER HOUSEHOLDS DAYS RATINGS_A_DAY SHIFTS_A_DAY`
import fs from 'node:fs'
import path from 'node:path'
import { MadeLog } from './made-log.ts'
import { spell, SyntheticVillage } from './synthetic-village.ts'

const [folder = '', ...figures] = process.argv.slice(2)
const [households = 500, days = 90, ratingsADay = 72, shiftsADay = 20] = figures.map(Number)

const store = (name: string, bytes: Uint8Array) => {
  const file = path.join(folder, name)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, bytes)
}
const village = new SyntheticVillage({ households, days, ratingsADay, shiftsADay })
const log = new MadeLog(store)
for (const entries of village.days())
  for (const entry of entries) log.append(spell(entry, log.size))
await log.publish()
for (const [hash, text] of village.documents) store(`document/${hash}`, Buffer.from(text))
process.stdout.write(`${log.size} entries in ${folder}\n`)
