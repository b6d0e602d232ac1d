import { createHash } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import type { VillageState } from './village-state/village-state.ts'
import { AuditError } from './errors.ts'
import type { Finding } from './findings.ts'

export interface HeadJson {
  readonly size: number
  /** Hexadecimal. */
  readonly rootHash: string
}

export const STATE_FORMAT = 'azalea-audit-state/9'

/** What an audit remembers for the next one. */
export interface AuditState {
  readonly format: typeof STATE_FORMAT
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
  const { body, sum } = apart(text)
  if (sum !== sha256(body).digest('hex'))
    throw new AuditError(
      'bad_state',
      `${path} is no state that this version of azalea-audit has written, or was changed since; remove it to begin anew`,
    )
  return JSON.parse(text) as AuditState
}

/** A state ends with the sum of all that stands before it: what azalea-audit has not written is not trusted. */
const END = /^,"sha256":"([0-9a-f]{64})"\}$/
const END_LENGTH = ',"sha256":"'.length + 64 + '"}'.length

function apart(text: string): { readonly body: string; readonly sum: string | null } {
  const body = text.slice(0, -END_LENGTH)
  const [, sum] = END.exec(text.slice(-END_LENGTH)) ?? []
  return { body, sum: body.startsWith(`{"format":"${STATE_FORMAT}"`) ? (sum ?? null) : null }
}

const sha256 = (text = '') => createHash('sha256').update(text)

/** Replaces the state: after a power cut there is the old one or the new one. */
export async function writeState(path: string, state: AuditState): Promise<void> {
  const unfinished = `${path}.unfinished`
  const file = await open(unfinished, 'w')
  try {
    const sum = sha256()
    const write = (piece: string) => {
      sum.update(piece)
      return file.write(piece)
    }
    // Member by member: the whole as one text would be larger than all the rest of the audit.
    const { format, village, ...head } = state
    await write(`${JSON.stringify({ format, ...head }).slice(0, -1)},"village":{`)
    for (const [no, [name, value]] of Object.entries(village).entries())
      await write(`${no > 0 ? ',' : ''}${JSON.stringify(name)}:${JSON.stringify(value)}`)
    await write('}')
    await file.write(`,"sha256":"${sum.digest('hex')}"}`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(unfinished, path)
}
