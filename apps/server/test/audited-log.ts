import { formatPolicy } from '@azalea/tlog'
import { audit, type Outcome } from '../../audit/src/audit.ts'
import { AuditError } from '../../audit/src/errors.ts'
import { Findings, type Finding } from '../../audit/src/findings.ts'
import type { LogSource } from '../../audit/src/log-source.ts'
import type { AuditState } from '../../audit/src/state.ts'
import { compose } from '../src/compose.ts'
import { noTrace } from '../src/modules/log/checkpoint-trace.ts'
import { noWitnesses, policyOf } from '../src/modules/log/policy.ts'
import { selectCurrentLog } from '../src/modules/log/log.store.ts'
import { recoverLog } from '../src/modules/log/recover-log.ts'
import { Sequencer } from '../src/modules/log/sequencer.ts'
import { ManualClock } from '../src/platform/clock.ts'
import { openDatabase, type Database } from '../src/platform/database/database.ts'
import { nodeSuite } from '../src/platform/ed25519.ts'
import { Keyring } from '../src/platform/keyring.ts'
import { testDependencies, type TestServer } from './server.ts'

export { readCoveringCheckpoint } from '../src/modules/log/index.ts'

/** Takes every record of the village into its log and publishes it. */
export async function sequenceAll(
  database: Database,
  villageId: string,
  now: Date,
  ownKey?: Buffer,
): Promise<void> {
  const clock = new ManualClock(now)
  const { dependencies } = testDependencies(database, clock)
  const { publicUrl, randomness } = dependencies
  const masterKey = ownKey ?? dependencies.masterKey
  const keyring = new Keyring(masterKey, randomness)
  const onFault = (fault: unknown) => {
    throw fault
  }
  const parts = { database, clock, keyring, publicUrl, witnesses: () => noWitnesses, onFault }
  const sequencer = new Sequencer(parts, villageId)
  while (!['idle', 'waiting', 'stopped'].includes(await sequencer.tick()));
  await sequencer.release()
}

/** Ends a village's log as it is, and begins its successor. */
export async function retireLog(test: TestServer, villageId: string): Promise<void> {
  const { database, clock, server } = test
  const { dependencies } = testDependencies(database, clock)
  const ownerDatabase = openDatabase(test.connection, { asOwner: true, maxConnections: 1 })
  const { act, keyring } = server
  const outside = { witnesses: () => noWitnesses, trace: noTrace }
  const parts = { ...dependencies, ownerDatabase, keyring, act, ...outside }
  try {
    await recoverLog(parts, villageId, { retire: true })
  } finally {
    await ownerDatabase.close()
  }
}

/** The log as a stranger reads it: over the server's own routes; a successor by its number, as '2/'. */
export async function servedLog(
  database: Database,
  villageId: string,
  now: Date,
  successor = '',
): Promise<LogSource & { close(): Promise<void> }> {
  const { dependencies } = testDependencies(database, new ManualClock(now))
  const { http } = await compose({ ...dependencies, logFaults: false })
  return {
    read: async (path) => {
      const { statusCode, rawPayload } = await http.inject({
        url: `/log/${villageId}/${successor}${path}`,
      })
      if (statusCode === 200) return rawPayload
      const code = statusCode === 404 ? 'not_found' : 'unreachable'
      throw new AuditError(code, `${path} answers ${statusCode}`)
    },
    close: async () => {
      await http.close()
    },
  }
}

/** Whom an auditor trusts who got the log's key on another way than from the log. */
export async function trustedPolicy(database: Database, villageId: string): Promise<string> {
  const log = await database.inVillage(villageId, (db) => selectCurrentLog(db, villageId))
  if (log === null) throw new Error('there is no log')
  return formatPolicy(nodeSuite.sha256, policyOf(log, noWitnesses, 'http://localhost:8080'))
}

export interface Audited extends Outcome {
  readonly findings: readonly Finding[]
  readonly state: AuditState | null
}

/** Audits a source as `azalea-audit` does. */
export async function auditSource(
  source: LogSource,
  policy: string,
  state: AuditState | null = null,
  openings: readonly string[] = [],
): Promise<Audited> {
  const findings = new Findings()
  let kept: AuditState | null = null
  const outcome = await audit({
    source,
    policy,
    state,
    full: false,
    findings,
    ...(openings.length > 0 ? { openings: eachOf(openings) } : {}),
    onProgress: () => {},
    onState: async (next) => {
      kept = next
    },
  })
  return { ...outcome, findings: findings.kept, state: kept }
}

async function* eachOf(lines: readonly string[]) {
  yield* lines
}

/** Sequences a village's records and audits its log as it is served. */
export async function auditOf(
  database: Database,
  villageId: string,
  now: Date,
  successor = '',
  openings: readonly string[] = [],
): Promise<Audited> {
  await sequenceAll(database, villageId, now)
  const source = await servedLog(database, villageId, now, successor)
  try {
    return await auditSource(source, await trustedPolicy(database, villageId), null, openings)
  } finally {
    await source.close()
  }
}
