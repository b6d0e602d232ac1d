import { audit, type Outcome } from '../src/audit.ts'
import { Findings, type Finding } from '../src/findings.ts'
import type { AuditState } from '../src/state.ts'
import { MadeLog, memorySource, policy } from './made-log.ts'
import { spell, type MadeEntry, type SyntheticVillage } from './synthetic-village.ts'

export interface AuditOptions {
  readonly state?: AuditState | null
  readonly full?: boolean
  readonly openings?: readonly object[]
  /** Changes the files before they are read. */
  readonly change?: (files: Map<string, Uint8Array>) => void
}

export interface Audited extends Outcome {
  readonly findings: readonly Finding[]
  readonly state: AuditState | null
}

/** A log of these entries as its operator signs it, audited. */
export async function auditMade(
  village: SyntheticVillage,
  made: readonly MadeEntry[],
  options: AuditOptions = {},
): Promise<Audited> {
  const files = new Map<string, Uint8Array>()
  for (const [hash, text] of village.documents) files.set(`document/${hash}`, Buffer.from(text))
  const log = new MadeLog((path, bytes) => files.set(path, bytes))
  for (const [no, entry] of made.entries()) log.append(spelled(entry, no))
  await log.publish()
  options.change?.(files)
  const findings = new Findings()
  let kept: AuditState | null = null
  const outcome = await audit({
    source: memorySource(files),
    policy,
    state: options.state ?? null,
    full: options.full ?? false,
    openings: options.openings ? linesOf(options.openings) : null,
    findings,
    onProgress: () => {},
    onState: async (state) => {
      // As it would come back from a file.
      kept = JSON.parse(JSON.stringify(state)) as AuditState
    },
  })
  return { ...outcome, findings: findings.kept, state: kept }
}

async function* linesOf(values: readonly object[]): AsyncGenerator<string> {
  for (const value of values) yield JSON.stringify(value)
}

const texts = new WeakMap<MadeEntry, string>()

/** Spells each entry once, however many logs it stands in. */
function spelled(entry: MadeEntry, no: number): string {
  const text = texts.get(entry) ?? spell(entry, no)
  texts.set(entry, text)
  return text
}

export const codesOf = ({ findings }: Audited) => [...new Set(findings.map(({ code }) => code))]
