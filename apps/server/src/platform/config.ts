import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isBrokerUrl, ownClientId, type BrokerSettings } from './broker.ts'
import { readMapTiles, type MapTiles } from './map-tiles.ts'
import { readPublicAddress } from './public-address.ts'
import { readScaleLines, type ScaleLines } from './scale-lines.ts'
import { WECHAT_API, type WechatSettings } from './wechat-http.ts'
import { readWechatPay } from './wechat-pay/read-settings.ts'
import type { WechatPaySettings } from './wechat-pay/wechat-pay.ts'

export interface Config {
  readonly port: number
  readonly dataDir: string
  /** Null: the embedded PostgreSQL under the data folder. */
  readonly databaseUrl: string | null
  /** Where people reach this server; of this computer alone when nothing was set. */
  readonly publicUrl: string
  readonly webDir: string
  /** A tlog-policy file naming who watches the logs; null: the demonstration's witnesses, or nobody. */
  readonly witnessesFile: string | null
  /** Where the last published checkpoints are kept, apart from the database. */
  readonly traceDir: string
  /** The mini-program's account with WeChat; null: nobody signs in by WeChat. */
  readonly wechat: WechatSettings | null
  /** The village company's account with WeChat Pay; null: nobody pays online. */
  readonly wechatPay: WechatPaySettings | null
  /** Pictures of the land under the maps of plots; null: maps lie on plain ground. */
  readonly mapTiles: MapTiles | null
  /** Where serial scales are reached, by village and name. */
  readonly scaleLines: ScaleLines
  /** Where sensors publish; null: readings come by HTTP alone. */
  readonly broker: BrokerSettings | null
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads PORT, AZALEA_DATA, DATABASE_URL, AZALEA_PUBLIC_URL, AZALEA_WITNESSES, AZALEA_LOG_TRACE, AZALEA_MAP_TILES with AZALEA_MAP_TILES_CREDIT, AZALEA_SCALES, AZALEA_MQTT_* of the broker, and for the mini-program AZALEA_WECHAT_APP_ID with
 * AZALEA_WECHAT_SECRET or AZALEA_WECHAT_SECRET_FILE, and AZALEA_WECHAT_API for a relay. AZALEA_DEMO
 * (on | off) has chosen the entry by then (server.ts).
 * @throws ConfigError with one clear sentence
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  webDir: string,
): Config {
  const port = Number(env['PORT'] ?? '8080')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${env['PORT']}".`)
  const demo = env['AZALEA_DEMO'] ?? 'on'
  if (demo !== 'on' && demo !== 'off')
    throw new ConfigError(`AZALEA_DEMO must be "on" or "off", not "${demo}".`)
  const named = env['AZALEA_PUBLIC_URL'] || `http://localhost:${port}`
  const publicUrl = readPublicAddress(named)
  if (publicUrl === null)
    throw new ConfigError(
      `AZALEA_PUBLIC_URL must be an address such as https://example.org, not "${named}".`,
    )
  const dataDir = resolve(env['AZALEA_DATA'] ?? 'data')
  return {
    port,
    dataDir,
    databaseUrl: env['DATABASE_URL'] || null,
    publicUrl,
    webDir,
    traceDir: resolve(env['AZALEA_LOG_TRACE'] || join(dataDir, 'log-trace')),
    witnessesFile: env['AZALEA_WITNESSES'] || null,
    wechat: readWechat(env),
    wechatPay: readPay(env),
    mapTiles: readTiles(env),
    scaleLines: readScales(env['AZALEA_SCALES']?.trim() || null),
    broker: readBroker(env, dataDir),
  }
}

function readScales(said: string | null): ScaleLines {
  const lines = said === null ? new Map() : readScaleLines(said)
  if (lines === null)
    throw new ConfigError(
      `AZALEA_SCALES must be lines such as 330110004203/gate=192.168.1.20:4001, separated by commas, not "${said}".`,
    )
  return lines
}

function readTiles(env: Readonly<Record<string, string | undefined>>): MapTiles | null {
  const address = env['AZALEA_MAP_TILES']?.trim() || null
  if (address === null) return null
  const tiles = readMapTiles(address, env['AZALEA_MAP_TILES_CREDIT']?.trim() ?? '')
  if (tiles === null)
    throw new ConfigError(
      `AZALEA_MAP_TILES must be an address such as https://tiles.example.org/{z}/{x}/{y}.png, not "${address}".`,
    )
  return tiles
}

function readPay(env: Readonly<Record<string, string | undefined>>): WechatPaySettings | null {
  const read = readWechatPay(env, (file) => readFileSync(file, 'utf8'))
  if (typeof read === 'string') throw new ConfigError(read)
  return read
}

function readWechat(env: Readonly<Record<string, string | undefined>>): WechatSettings | null {
  const appId = env['AZALEA_WECHAT_APP_ID']?.trim() || null
  const file = env['AZALEA_WECHAT_SECRET_FILE'] || null
  const secret =
    (file === null
      ? env['AZALEA_WECHAT_SECRET']
      : readFile('AZALEA_WECHAT_SECRET_FILE', file).toString()
    )?.trim() || null
  if (appId === null && secret === null) return null
  if (appId === null || secret === null)
    throw new ConfigError(
      'AZALEA_WECHAT_APP_ID and AZALEA_WECHAT_SECRET (or AZALEA_WECHAT_SECRET_FILE) are set together.',
    )
  const apiUrl = readPublicAddress(env['AZALEA_WECHAT_API'] || WECHAT_API)
  if (apiUrl === null)
    throw new ConfigError('AZALEA_WECHAT_API must be an address such as https://relay.example.org.')
  return { appId, secret, apiUrl }
}

function readBroker(
  env: Readonly<Record<string, string | undefined>>,
  dataDir: string,
): BrokerSettings | null {
  const url = env['AZALEA_MQTT_URL']?.trim() || null
  if (url === null) return null
  if (!isBrokerUrl(url))
    throw new ConfigError(
      'AZALEA_MQTT_URL must be an address such as mqtts://broker.example.org:8883, without a name or password in it.',
    )
  const fileOf = (name: string) => (env[name] ? readFile(name, env[name]) : undefined)
  const username = env['AZALEA_MQTT_USER']?.trim() || undefined
  const password =
    fileOf('AZALEA_MQTT_PASSWORD_FILE')?.toString().trim() ?? env['AZALEA_MQTT_PASSWORD']
  const [ca, cert, key] = [
    fileOf('AZALEA_MQTT_CA_FILE'),
    fileOf('AZALEA_MQTT_CERT_FILE'),
    fileOf('AZALEA_MQTT_KEY_FILE'),
  ]
  if ((cert === undefined) !== (key === undefined))
    throw new ConfigError('AZALEA_MQTT_CERT_FILE and AZALEA_MQTT_KEY_FILE are set together.')
  return {
    url,
    clientId: env['AZALEA_MQTT_CLIENT']?.trim() || ownClientId(dataDir),
    ...(username ? { username } : {}),
    ...(password ? { password } : {}),
    ...(ca ? { ca } : {}),
    ...(cert && key ? { cert, key } : {}),
  }
}

function readFile(name: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new ConfigError(`${name} cannot be read: "${file}".`)
  }
}
