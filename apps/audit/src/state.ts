import { open, readFile, rename } from 'node:fs/promises'
import type { VillageState } from './village-state/village-state.ts'
import { AuditError } from './errors.ts'
import type { Finding } from './findings.ts'

export interface HeadJson {
  readonly size: number
  /** Hexadecimal. */
  readonly rootHash: string
}

/** What an audit remembers for the next one. */
export interface AuditState {
  readonly format: 'azalea-audit-state/6'
  readonly origin: string
  /** The log's key, so that another one is noticed even without a policy of one's own. */
  readonly logKey: string
  /** The last checkpoint that was verified; null before the first audit came to its end. */
  readonly verified: HeadJson | null
  /** How far the entries were read, with the root of the tree up to there. */
  readonly read: HeadJson
  readonly village: ReturnType<VillageState['toJson']>
  /** A log that was caught once stays caught. */
  readonly findings: { readonly total: number; readonly kept: readonly Finding[] }
}

/** Null when there is none yet. @throws AuditError 'bad_state' */
export async function readState(path: string): Promise<AuditState | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new AuditError('bad_state', `${path} cannot be read: ${String(error)}`)
  }
  try {
    const state = JSON.parse(text) as AuditState
    if (state.format === 'azalea-audit-state/6') return state
  } catch {
    // Told below.
  }
  throw new AuditError('bad_state', `${path} is no state of azalea-audit; remove it to begin anew`)
}

/** Replaces the state: after a power cut there is the old one or the new one. */
export async function writeState(path: string, state: AuditState): Promise<void> {
  const unfinished = `${path}.unfinished`
  const file = await open(unfinished, 'w')
  try {
    // Member by member: the whole as one text would be larger than all the rest of the audit.
    const { village, ...head } = state
    await file.write(`${JSON.stringify(head).slice(0, -1)},"village":{`)
    for (const [no, [name, value]] of Object.entries(village).entries())
      await file.write(`${no > 0 ? ',' : ''}${JSON.stringify(name)}:${JSON.stringify(value)}`)
    await file.write('}}')
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, path)
}
