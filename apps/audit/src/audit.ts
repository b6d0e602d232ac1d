import {
  equalBytes,
  formatVerifierKey,
  hexDecode,
  hexEncode,
  parsePolicy,
  proveConsistency,
  TlogError,
  TreeBuilder,
  verifyCheckpoint,
  type TreeHead,
  type WitnessedCheckpoint,
} from '@azalea/tlog'
import { answerQuestions } from './answer-questions.ts'
import { checkOpenings, type OpeningsTally } from './check-openings.ts'
import { VillageState } from './village-state/village-state.ts'
import { checkCheckpoints } from './check-checkpoints.ts'
import type { Findings } from './findings.ts'
import { tilesOf, type LogSource } from './log-source.ts'
import { readEntries } from './read-entries.ts'
import { STATE_FORMAT, type AuditState, type HeadJson } from './state.ts'
import { hasher, suite } from './suite.ts'

export interface AuditParts {
  readonly source: LogSource
  /** The policy's text; null: the one that the log serves. */
  readonly policy: string | null
  readonly state: AuditState | null
  readonly full: boolean
  /** The lines of what the village opened for this auditor. */
  readonly openings?: AsyncIterable<string> | null
  readonly findings: Findings
  /** Told now and then how far the entries are read. */
  readonly onProgress: (read: number, size: number) => void
  /** Told now and then, and at the end, what to remember. */
  readonly onState: (state: AuditState) => Promise<void>
}

/** What an audit came to. */
export interface Outcome {
  /** Null when no checkpoint could be trusted: then nothing else was looked at. */
  readonly checkpoint: WitnessedCheckpoint | null
  readonly policyFromLog: boolean
  /** The checkpoint of the audit before, which this one was found to extend. */
  readonly extended: HeadJson | null
  readonly readFrom: number
  readonly village: VillageState | null
  /** Null when nothing was opened, or the entries do not lead to the root. */
  readonly openings: OpeningsTally | null
}

/** A state is written after so many entries, so that what was cut off goes on from there. */
const ENTRIES_A_STATE = 200_000

/**
 * Audits a log: who signed it, that the tree is what the entries lead to, that it extends what was
 * seen before, and that everything in it follows from the rules. What does not is in `findings`.
 * @throws AuditError when the log cannot be read; TlogError when the policy cannot
 */
export async function audit(parts: AuditParts): Promise<Outcome> {
  const { source, findings, state } = parts
  const policy = parsePolicy(suite.sha256, parts.policy ?? (await source.read('policy')))
  const outcome = {
    checkpoint: null,
    policyFromLog: parts.policy === null,
    extended: null,
    readFrom: 0,
    village: null,
    openings: null,
  }
  const note = await source.read('checkpoint')
  const checkpoint = await orFinding(findings, 'checkpoint_untrusted', () =>
    verifyCheckpoint(suite, policy, note),
  )
  if (checkpoint === null) return outcome
  const { origin, size, rootHash } = checkpoint.checkpoint
  const head = { size, rootHash }
  if (state !== null && !(await continues(parts, state, checkpoint, head)))
    return { ...outcome, checkpoint }
  const logKey = formatVerifierKey(checkpoint.logKey)
  const read = await readAll(parts, head, { origin, logKey })
  return { ...outcome, ...read, checkpoint, extended: state?.verified ?? null }
}

/** Whether this is the log of the state, grown. */
async function continues(
  { source, findings }: AuditParts,
  state: AuditState,
  { checkpoint, logKey }: WitnessedCheckpoint,
  head: TreeHead,
): Promise<boolean> {
  if (state.origin !== checkpoint.origin || state.logKey !== formatVerifierKey(logKey)) {
    findings.add('other_log', null, `the state is of ${state.origin} with the key ${state.logKey}`)
    return false
  }
  if (state.verified === null) return true
  const old = { size: state.verified.size, rootHash: hexDecode(state.verified.rootHash) }
  if (old.size > head.size) {
    const detail = `it had ${old.size} entries when it was audited last, now ${head.size}`
    findings.add('checkpoint_shrunk', null, detail)
    return false
  }
  const proof = await orFinding(findings, 'not_an_extension', () =>
    proveConsistency(hasher, tilesOf(source, head.size), old, head),
  )
  return proof !== null
}

async function readAll(
  parts: AuditParts,
  head: TreeHead,
  log: { readonly origin: string; readonly logKey: string },
): Promise<Pick<Outcome, 'village' | 'readFrom' | 'openings'>> {
  const { source, findings, onProgress, onState } = parts
  const { tree, village } = await begin(parts, head)
  const readFrom = tree.size
  const stateNow = (verified: HeadJson | null): AuditState => ({
    format: STATE_FORMAT,
    ...log,
    verified,
    read: { size: tree.size, rootHash: hexEncode(tree.root()) },
    village: village.toJson(),
    findings: { total: findings.total, kept: findings.kept },
  })
  let told = readFrom
  for await (const entries of readEntries(source, tree, head.size, findings)) {
    for (const { index, bytes } of entries) await village.enter(index, bytes)
    onProgress(tree.size, head.size)
    if (tree.size - told < ENTRIES_A_STATE) continue
    told = tree.size
    await onState(stateNow(parts.state?.verified ?? null))
  }
  if (tree.size === head.size && equalBytes(tree.root(), head.rootHash)) {
    await answerQuestions(source, head, village.known.awards.questions.splice(0), findings)
    const tiles = tilesOf(source, head.size)
    const named = village.known.spotChecks.checkpoints.splice(0)
    await checkCheckpoints(tiles, { ...head, origin: log.origin }, named, findings)
    await onState(stateNow({ size: head.size, rootHash: hexEncode(head.rootHash) }))
    const lines = parts.openings ?? null
    const signed = { ...head, origin: log.origin }
    const openings =
      lines && (await checkOpenings(source, signed, lines, findings, village.known.sheets))
    return { village, readFrom, openings }
  }
  findings.add('root_wrong', null, 'the entries do not lead to the signed root')
  return { village, readFrom, openings: null }
}

/** An empty state, or the one kept if its entries still stand where they did. */
async function begin(
  { source, state, full, findings }: AuditParts,
  head: TreeHead,
): Promise<{ tree: TreeBuilder; village: VillageState }> {
  const village = new VillageState(source, findings)
  const fresh = { tree: new TreeBuilder(hasher), village }
  if (state === null || full || state.read.size > head.size) return fresh
  const tree = await orFinding(findings, 'not_an_extension', () =>
    TreeBuilder.resume(hasher, tilesOf(source, head.size), state.read.size),
  )
  if (tree === null) return fresh
  if (hexEncode(tree.root()) !== state.read.rootHash) {
    findings.add('not_an_extension', null, `the first ${state.read.size} entries have changed`)
    return fresh
  }
  findings.restore(state.findings)
  village.load(state.village)
  return { tree, village }
}

async function orFinding<T>(
  findings: Findings,
  code: 'checkpoint_untrusted' | 'not_an_extension',
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    findings.add(code, null, error.message)
    return null
  }
}
