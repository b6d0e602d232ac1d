// The demonstration's server: the same as a village's, with a season, sign-ins and witnesses.
import { join } from 'node:path'
import { witnessProgram, type DemonstrationParts, type Ground } from './dependencies.ts'
import { main } from './main.ts'
import { startDemonstrationWitnesses } from './modules/log/index.ts'
import { startDemonstrationPayments } from './pay-sandbox/demonstration-payments.ts'
import { openDatabase } from './platform/database/database.ts'
import { Keyring } from './platform/keyring.ts'
import {
  castDemonstration,
  demonstrationCustomers,
  demonstrationSignIns,
} from './season/demonstration.ts'
import { loadSeason } from './season/load-season.ts'

const demonstration: DemonstrationParts = {
  signIns: demonstrationSignIns(castDemonstration()),
  customers: demonstrationCustomers,
  load,
  startPayments: startDemonstrationPayments,
  startWitnesses: ({ settings, dependencies }, onProblem) =>
    startDemonstrationWitnesses({
      ...dependencies,
      keyring: new Keyring(dependencies.masterKey, dependencies.randomness),
      program: witnessProgram,
      folder: join(settings.dataDir, 'witnesses'),
      onProblem,
    }),
}

async function load({ connection, dependencies }: Ground, print: (line: string) => void) {
  const began = Date.now()
  const database = openDatabase(connection, { waitsForDisk: false })
  const onBegin = () => print('Loading the demonstration village, once; about a minute…')
  const now = dependencies.clock.now()
  const { commands } = await loadSeason({ ...dependencies, database }, now, onBegin)
  await database.close()
  if (commands > 0)
    print(
      `Its season is loaded: ${commands} commands in ${Math.round((Date.now() - began) / 1000)} s.`,
    )
}

await main(process.argv.slice(2), demonstration)
