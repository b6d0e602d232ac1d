import { decodeText } from '@azalea/text'
import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseVerifierKey, type VerifierKey } from '@azalea/tlog'
import { nodeSuite } from './ed25519.ts'
import { WitnessError } from './errors.ts'

/** A log that may be cosigned. */
export interface WitnessedLog {
  origin: string
  /** Any of them may have signed; the names are as in the log's signature lines. */
  keys: readonly VerifierKey[]
}

export interface WitnessConfig {
  /** The witness's key name, by custom a URL without scheme. */
  name: string
  host: string
  /** 0 for any free port. */
  port: number
  /** Absolute. Holds the key and one file a log; nothing else is worth a backup. */
  stateDir: string
  logs: readonly WitnessedLog[]
}

const bad = (message: string) => new WitnessError('bad_config', message)

/** Reads `witness.json`. Paths in it are relative to it. @throws WitnessError `bad_config` */
export async function readConfig(path: string): Promise<WitnessConfig> {
  let json: unknown
  try {
    const text = decodeText(await readFile(path))
    if (text === null) throw new Error('it is not a text in UTF-8 or GB18030')
    json = JSON.parse(text)
  } catch (error) {
    throw bad(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return parseConfig(json, dirname(resolve(path)))
}

const KNOWN = ['name', 'listen', 'stateDir', 'logs']

/** @throws WitnessError `bad_config` */
export function parseConfig(json: unknown, baseDir: string): WitnessConfig {
  const config = objectOf(json, 'the configuration')
  const stray = Object.keys(config).find((key) => !KNOWN.includes(key))
  if (stray !== undefined) throw bad(`unknown setting ${JSON.stringify(stray)}`)
  const listen = objectOf(config.listen ?? {}, '"listen"')
  const port = listen.port ?? 7380
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw bad('"listen.port" must be a port number')
  }
  const logs = config.logs
  if (!Array.isArray(logs)) throw bad('"logs" must be a list')
  const parsed = logs.map((log, i) => parseLog(log, `"logs[${i}]"`))
  if (new Set(parsed.map(({ origin }) => origin)).size !== parsed.length) {
    throw bad('two logs have one origin; list both keys under it instead')
  }
  return {
    name: stringOf(config.name, '"name"'),
    host: listen.host === undefined ? '127.0.0.1' : stringOf(listen.host, '"listen.host"'),
    port,
    stateDir: resolve(baseDir, stringOf(config.stateDir ?? 'witness-state', '"stateDir"')),
    logs: parsed,
  }
}

function parseLog(json: unknown, where: string): WitnessedLog {
  const log = objectOf(json, where)
  const vkeys = log.vkeys
  if (!Array.isArray(vkeys) || vkeys.length === 0) throw bad(`${where}.vkeys must list a key`)
  const keys = vkeys.map((vkey, i) => parseLogKey(vkey, `${where}.vkeys[${i}]`))
  const origin = log.origin === undefined ? keys[0]?.name : stringOf(log.origin, `${where}.origin`)
  if (origin === undefined || /[\n\r]/.test(origin)) throw bad(`${where}.origin has a line break`)
  return { origin, keys }
}

function parseLogKey(vkey: unknown, where: string): VerifierKey {
  let key: VerifierKey
  try {
    key = parseVerifierKey(nodeSuite.sha256, stringOf(vkey, where))
  } catch (error) {
    if (error instanceof WitnessError) throw error
    throw bad(`${where} is not a vkey: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (key.type !== 'ed25519') throw bad(`${where} must be an Ed25519 log key (type 0x01)`)
  return key
}

function objectOf(json: unknown, what: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw bad(`${what} must be an object`)
  }
  return { ...json }
}

function stringOf(json: unknown, what: string): string {
  if (typeof json !== 'string' || json === '') throw bad(`${what} must be a text`)
  return json
}
