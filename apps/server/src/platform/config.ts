import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readMapTiles, type MapTiles } from './map-tiles.ts'
import { readPublicAddress } from './public-address.ts'
import { readScaleLines, type ScaleLines } from './scale-lines.ts'
import { WECHAT_API, type WechatSettings } from './wechat-http.ts'

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
  /** Pictures of the land under the maps of plots; null: maps lie on plain ground. */
  readonly mapTiles: MapTiles | null
  /** Where serial scales are reached, by village and name. */
  readonly scaleLines: ScaleLines
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads PORT, AZALEA_DATA, DATABASE_URL, AZALEA_PUBLIC_URL, AZALEA_WITNESSES, AZALEA_LOG_TRACE, AZALEA_MAP_TILES with AZALEA_MAP_TILES_CREDIT, AZALEA_SCALES, and for the mini-program AZALEA_WECHAT_APP_ID with
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
    mapTiles: readTiles(env),
    scaleLines: readScales(env['AZALEA_SCALES']?.trim() || null),
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

function readWechat(env: Readonly<Record<string, string | undefined>>): WechatSettings | null {
  const appId = env['AZALEA_WECHAT_APP_ID']?.trim() || null
  const file = env['AZALEA_WECHAT_SECRET_FILE'] || null
  const secret = (file === null ? env['AZALEA_WECHAT_SECRET'] : readSecret(file))?.trim() || null
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

function readSecret(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ConfigError(`AZALEA_WECHAT_SECRET_FILE cannot be read: "${file}".`)
  }
}
