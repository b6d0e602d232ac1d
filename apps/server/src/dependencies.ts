import type { FastifyInstance } from 'fastify'
import { join } from 'node:path'
import { opensFirstVillage } from './check-consistency.ts'
import {
  noWitnesses,
  readWitnessPolicy,
  type DemonstrationWitnesses,
  type WitnessPolicy,
} from './modules/log/index.ts'
import type { Dependencies } from './parts.ts'
import { systemClock } from './platform/clock.ts'
import { readConfig, type Config } from './platform/config.ts'
import { openDatabase, type DatabaseConnection } from './platform/database/database.ts'
import { systemRandomness } from './platform/identity.ts'
import { settleMasterKey } from './platform/master-key.ts'
import {
  consoleSmsSender,
  demonstrationSmsSender,
  type DemonstrationSignIn,
} from './platform/sms.ts'
import type { Started } from './platform/started.ts'
import type { PaymentProvider } from './platform/payment-provider.ts'
import { createWechat } from './platform/wechat-http.ts'
import { createWechatPay } from './platform/wechat-pay/wechat-pay.ts'

/** Beside the bundle lies what it reads at run time. */
const here = import.meta.dirname
export const migrationsDir = join(here, 'migrations')
export const witnessProgram = join(here, 'witness.mjs')

const systemParts = { clock: systemClock, randomness: systemRandomness }

/** Everything that was set, read before anything is begun. */
export interface Settings extends Config {
  /** As the file of witnesses names them; null: there is none. */
  readonly namedWitnesses: WitnessPolicy | null
}

/** What both ways of running the program stand on. */
export interface Ground {
  readonly settings: Settings
  readonly connection: DatabaseConnection
  readonly dependencies: Dependencies
}

/** What the demonstration brings along. */
export interface DemonstrationParts {
  readonly signIns: readonly DemonstrationSignIn[]
  /** Telephones of people of the city, who are no villagers, with their codes. */
  readonly customers: readonly Pick<DemonstrationSignIn, 'phone' | 'code'>[]
  /** A provider of payments that takes no money, with the page on which one "pays". */
  startPayments(settings: Settings): Promise<DemonstrationPayments>
  /** Loads its village, unless that has been done. */
  load(ground: Ground, print: (line: string) => void): Promise<void>
  startWitnesses(
    ground: Ground,
    onProblem: (problem: string) => void,
  ): Promise<DemonstrationWitnesses>
}

export interface DemonstrationPayments {
  readonly provider: PaymentProvider
  servePages(http: FastifyInstance): void
  close(): Promise<void>
}

/** One run of the program. */
export interface Run {
  readonly started: Started
  /** Null: real villages are served. */
  readonly demonstration: DemonstrationParts | null
  readonly print: (line: string) => void
  readonly report: (problem: unknown) => void
  /** Ends the program, with the reason. */
  readonly giveUp: (reason: unknown) => Promise<void>
}

/** @throws ConfigError, or the error of a file of witnesses that names nobody */
export async function readSettings(): Promise<Settings> {
  const config = readConfig(process.env, join(here, 'web'))
  const { witnessesFile: file } = config
  return { ...config, namedWitnesses: file === null ? null : await readWitnessPolicy(file) }
}

/** Opens what a server is given; nobody watches its logs yet. */
export async function openDependencies(
  { started, demonstration, print }: Run,
  settings: Settings,
  connection: DatabaseConnection,
): Promise<Dependencies> {
  const database = started.add(openDatabase(connection), (it) => it.close())
  const masterKey = await settleMasterKey({
    path: join(settings.dataDir, 'keys', 'master.key'),
    database,
    randomness: systemRandomness,
    opens: (keyring) => opensFirstVillage(database, keyring),
  })
  const signIns = demonstration?.signIns ?? null
  const codes = [...(signIns ?? []), ...(demonstration?.customers ?? [])]
  const own = settings.wechatPay && createWechatPay(settings.wechatPay, systemParts)
  const sandbox =
    own === null && demonstration !== null
      ? started.add(await demonstration.startPayments(settings), (it) => it.close())
      : null
  const onConsole = consoleSmsSender(print)
  return {
    database,
    clock: systemClock,
    randomness: systemRandomness,
    masterKey,
    migrationsDir,
    dataDir: settings.databaseUrl === null ? settings.dataDir : null,
    publicUrl: settings.publicUrl,
    webDir: settings.webDir,
    logFaults: true,
    limitRates: true,
    sms: signIns ? demonstrationSmsSender(codes, onConsole) : onConsole,
    setupToken: demonstration ? null : systemRandomness.bytes(12).toString('base64url'),
    demonstrationSignIns: signIns,
    wechat: settings.wechat && createWechat(settings.wechat, systemClock),
    payments: own ?? sandbox?.provider ?? null,
    ...(sandbox === null ? {} : { servePages: (http) => sandbox.servePages(http) }),
    mapTiles: settings.mapTiles,
    scaleLines: settings.scaleLines,
    broker:
      settings.broker === null
        ? null
        : { isConnected: false, since: systemClock.now(), problem: null, strays: 0 },
  }
}

/** Who watches the logs: whom the file names, or else the demonstration's own, or nobody. */
export async function startWatching(
  { started, demonstration, report }: Run,
  ground: Ground,
): Promise<() => WitnessPolicy> {
  const { namedWitnesses } = ground.settings
  const own =
    namedWitnesses === null && demonstration !== null
      ? started.add(await demonstration.startWitnesses(ground, report), (it) => it.stop())
      : null
  const policy = namedWitnesses ?? own?.policy ?? noWitnesses
  return () => policy
}
