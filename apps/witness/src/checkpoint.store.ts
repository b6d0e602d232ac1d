import { mkdir, readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  TlogError,
  formatNote,
  hexEncode,
  openNote,
  parseCheckpoint,
  parseNote,
  utf8Encode,
  type Checkpoint,
  type SignedNote,
  type VerifierKey,
} from '@azalea/tlog'
import { UNFINISHED, writeDurably } from './durable-file.ts'
import { nodeSuite } from './ed25519.ts'
import { WitnessError } from './errors.ts'

/** The last checkpoint that was cosigned for one log. */
export interface CosignedCheckpoint {
  checkpoint: Checkpoint
  /** With the log's signatures and ours. */
  note: SignedNote
}

/** The name under which the protocol asks for a log's last checkpoint: hex SHA-256 of its origin. */
export function logId(origin: string): string {
  return hexEncode(nodeSuite.sha256(utf8Encode(origin)))
}

const STATE_FILE = /^[0-9a-f]{64}\.checkpoint$/

/** Evidence of forks kept a log; a log that forks is not one we let fill the disk. */
const MAX_EVIDENCE = 16

/**
 * One small file a log, the signed note itself. Read from disk for every decision, so what decides
 * is what would be found after a crash.
 */
export class CheckpointStore {
  readonly #stateDir: string

  private constructor(stateDir: string) {
    this.#stateDir = stateDir
  }

  /** Clears away what a crash left unfinished. The caller holds the directory's lock. */
  static async open(stateDir: string): Promise<CheckpointStore> {
    for (const name of await readdir(stateDir)) {
      if (name.endsWith(UNFINISHED)) await rm(join(stateDir, name))
    }
    return new CheckpointStore(stateDir)
  }

  async isEmpty(): Promise<boolean> {
    return !(await readdir(this.#stateDir)).some((name) => STATE_FILE.test(name))
  }

  #path(origin: string): string {
    return join(this.#stateDir, `${logId(origin)}.checkpoint`)
  }

  /** @throws WitnessError `bad_state` */
  async read(origin: string): Promise<CosignedCheckpoint | undefined> {
    const path = this.#path(origin)
    let content: Uint8Array
    try {
      content = await readFile(path)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
    try {
      const note = parseNote(content)
      const checkpoint = parseCheckpoint(note.text)
      if (checkpoint.origin !== origin) throw new TlogError('malformed', 'it is of another log')
      return { checkpoint, note }
    } catch (error) {
      throw badState(path, error)
    }
  }

  /**
   * Checks that what is stored was cosigned by `witnessKey`, so that damage and mixed-up
   * directories are noticed before anything is signed.
   *
   * @throws WitnessError `bad_state`
   */
  async check(origin: string, witnessKey: VerifierKey): Promise<void> {
    const stored = await this.read(origin)
    if (stored === undefined) return
    try {
      await openNote(nodeSuite, stored.note, [witnessKey])
    } catch (error) {
      throw badState(this.#path(origin), error)
    }
  }

  /** Durable when it returns. The caller holds the log's turn. */
  async replace(origin: string, note: SignedNote): Promise<void> {
    await writeDurably(this.#path(origin), formatNote(note))
  }

  /**
   * Keeps a checkpoint that the log signed although it contradicts what we cosigned: with our own
   * file, a proof of its fork that anybody can check.
   */
  async keepEvidence(origin: string, note: SignedNote): Promise<void> {
    const directory = join(this.#stateDir, 'evidence')
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const kept = (await readdir(directory)).filter((name) => name.startsWith(logId(origin)))
    const name = `${logId(origin)}-${hexEncode(nodeSuite.sha256(utf8Encode(note.text)))}`
    if (kept.length >= MAX_EVIDENCE || kept.includes(name)) return
    await writeDurably(join(directory, name), formatNote(note))
  }
}

function badState(path: string, error: unknown): WitnessError {
  const reason = error instanceof Error ? error.message : String(error)
  return new WitnessError(
    'bad_state',
    `${path} is damaged (${reason}). Restore it before going on.`,
  )
}
