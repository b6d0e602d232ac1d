import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCommand } from '../src/command.ts'
import { MadeLog } from './made-log.ts'
import { spell, SyntheticVillage } from './synthetic-village.ts'

export type Files = Map<string, Uint8Array>

/** A village's log as an honest server has it, with the files of an earlier size. */
export async function makeLog(): Promise<{ readonly files: Files; readonly older: Files }> {
  const village = new SyntheticVillage({ households: 4, days: 16, ratingsADay: 14, shiftsADay: 2 })
  const entries = [...village.days()].flat()
  const [files, older]: [Files, Files] = [new Map(), new Map()]
  const log = new MadeLog((path, bytes) => files.set(path, bytes))
  for (const [no, entry] of entries.entries()) {
    log.append(spell(entry, no))
    if (no !== entries.length - 40) continue
    await log.publish()
    for (const [path, bytes] of files) older.set(path, bytes)
    files.clear()
  }
  await log.publish()
  // What was published first is still there, as on a server; so are the documents.
  for (const [path, bytes] of older) if (!files.has(path)) files.set(path, bytes)
  for (const [hash, text] of village.documents) files.set(`document/${hash}`, Buffer.from(text))
  return { files, older }
}

/** How the command ended, and what it said. */
export interface Ended {
  readonly code: number
  readonly said: string
}

const HURRIED = { tries: 2, firstWaitMilliseconds: 1, giveUpAfterMilliseconds: 1_000 }

export async function auditAt(
  address: string,
  patience: Partial<typeof HURRIED> = {},
  ...args: readonly string[]
): Promise<Ended> {
  let said = ''
  const tell = (text: string) => (said += text)
  const voice = { out: tell, err: tell }
  const code = await runCommand([address, ...args], voice, { ...HURRIED, ...patience })
  return { code, said }
}

/** The files as a folder, for as long as `work` takes. */
export async function inFolder<T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'azalea-copied-log-'))
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Answers for one path as nobody should. */
export type Answer = (response: ServerResponse, bytes: Uint8Array) => void

/** Serves a log; `misbehave` names the path whose answers are another's. */
export class LogServer {
  readonly #server = createServer((request, response) => this.#answer(request.url ?? '', response))
  readonly #files: Files
  #path = ''
  #misbehaviour: Answer | null = null
  /** What was asked for. */
  readonly asked = new Set<string>()

  constructor(files: Files) {
    this.#files = files
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  misbehave(path: string, answer: Answer | null): void {
    this.#path = path
    this.#misbehaviour = answer
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(url: string, response: ServerResponse): void {
    const path = url.slice(1).replace(/^elsewhere\//, '')
    this.asked.add(path)
    const bytes = this.#files.get(path)
    if (bytes === undefined) response.writeHead(404).end()
    else if (url === `/${this.#path}` && this.#misbehaviour) this.#misbehaviour(response, bytes)
    else response.end(bytes)
  }
}

/** The same numbers for the same seed. */
export class Dice {
  readonly #seed: string
  #rolled = 0

  constructor(seed: string) {
    this.#seed = seed
  }

  below(most: number): number {
    const hash = createHash('sha256')
      .update(`${this.#seed} ${this.#rolled++}`)
      .digest()
    return hash.readUInt32BE(0) % most
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256))
  }
}
