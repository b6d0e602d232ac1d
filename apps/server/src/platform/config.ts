import { join, resolve } from 'node:path'
import { readPublicAddress } from './public-address.ts'

export interface Config {
  readonly port: number
  readonly dataDir: string
  /** Null: the embedded PostgreSQL under the data folder. */
  readonly databaseUrl: string | null
  readonly demonstration: boolean
  /** Where people reach this server; of this computer alone when nothing was set. */
  readonly publicUrl: string
  readonly webDir: string
  /** A tlog-policy file naming who watches the logs; null: the demonstration's witnesses, or nobody. */
  readonly witnessesFile: string | null
  /** Where the last published checkpoints are kept, apart from the database. */
  readonly traceDir: string
  /** Cookies are marked Secure when people come by HTTPS. */
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads PORT, AZALEA_DATA, DATABASE_URL, AZALEA_DEMO (on | off), AZALEA_PUBLIC_URL,
 * AZALEA_WITNESSES and AZALEA_LOG_TRACE.
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
    demonstration: demo === 'on',
    publicUrl,
    webDir,
    traceDir: resolve(env['AZALEA_LOG_TRACE'] || join(dataDir, 'log-trace')),
    witnessesFile: env['AZALEA_WITNESSES'] || null,
  }
}
