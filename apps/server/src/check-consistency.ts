import { selectVillageIds } from './modules/community/index.ts'
import { opensSecret } from './modules/record/index.ts'
import { modules as everyModule } from './modules.ts'
import type { Parts } from './parts.ts'
import type { Database } from './platform/database/database.ts'
import type { Module } from './platform/module.ts'
import type { Keyring } from './platform/keyring.ts'

/** What does not agree in the data of any village; the server does not start on what disagrees. */
export async function checkConsistency(
  { database }: { readonly database: Database },
  modules: readonly Pick<Module<Parts>, 'checks'>[] = everyModule,
): Promise<unknown[]> {
  const checks = modules.flatMap((module) => module.checks ?? [])
  const findings: unknown[] = []
  for (const villageId of await database.outsideVillages(selectVillageIds))
    await database.inVillage(villageId, async (db) => {
      for (const check of checks) findings.push(...(await check(db, villageId)))
    })
  return findings
}

/** Whether a master key opens what this database holds; null when it holds no village. */
export async function opensFirstVillage(
  database: Database,
  keyring: Keyring,
): Promise<boolean | null> {
  const [villageId] = await database.outsideVillages(selectVillageIds)
  if (villageId === undefined) return null
  return database.inVillage(villageId, (db) => opensSecret(db, keyring, villageId))
}
