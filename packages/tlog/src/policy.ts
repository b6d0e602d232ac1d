import { equalBytes, utf8Decode, utf8Encode } from './bytes.ts'
import { parseDecimal } from './decimal.ts'
import { TlogError } from './errors.ts'
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from './keys.ts'
import type { Sha256 } from './sha256.ts'

export interface PolicyLog {
  /** Its name is the log's origin. */
  key: VerifierKey
  url?: string
}

export interface PolicyWitness {
  /** Means something in this policy only. */
  name: string
  key: VerifierKey
  url?: string
}

export interface PolicyGroup {
  name: string
  /** Members that must have witnessed for the group to have: 1 to the number of members. */
  threshold: number
  /** Names of witnesses and groups defined before. */
  members: readonly string[]
}

/** Whom one trusts (c2sp.org/tlog-policy). */
export interface Policy {
  /** Any one of them suffices. Other tools ask for all of them: write one log a policy. */
  logs: readonly PolicyLog[]
  witnesses: readonly PolicyWitness[]
  groups: readonly PolicyGroup[]
  /** The witness or group that must have witnessed, or `none`. */
  quorum: string
}

/** Whether the quorum holds when the witnesses of these names (of the policy) cosigned. */
export function quorumHolds(policy: Policy, cosigned: ReadonlySet<string>): boolean {
  if (policy.quorum === 'none') return true
  const holding = new Set(cosigned)
  for (const { name, threshold, members } of policy.groups) {
    if (members.filter((member) => holding.has(member)).length >= threshold) holding.add(name)
  }
  return holding.has(policy.quorum)
}

interface Draft {
  logs: PolicyLog[]
  witnesses: PolicyWitness[]
  groups: PolicyGroup[]
  quorum?: string
  /** Names that are a member of a group already. */
  grouped: Set<string>
}

/**
 * Reads a policy. The newline of the last line may be missing, as editors leave it.
 *
 * @throws TlogError `malformed` (with the line's number), `unsupported_key`
 */
export function parsePolicy(sha256: Sha256, policy: string | Uint8Array): Policy {
  const bytes = typeof policy === 'string' ? utf8Encode(policy) : policy
  const draft: Draft = { logs: [], witnesses: [], groups: [], grouped: new Set() }
  for (const [i, line] of splitLines(bytes).entries()) {
    try {
      const words = splitWords(line)
      if (words[0] !== undefined) addLine(sha256, draft, words[0], words.slice(1))
    } catch (error) {
      if (!(error instanceof TlogError)) throw error
      throw new TlogError(error.code, `policy line ${i + 1}: ${error.message}`)
    }
  }
  const { logs, witnesses, groups, quorum } = draft
  if (quorum === undefined) throw new TlogError('malformed', 'the policy has no quorum line')
  return { logs, witnesses, groups, quorum }
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  lines.push(bytes.subarray(start))
  return lines
}

/** Empty for blank lines and comments; those may hold bytes that are not UTF-8. */
function splitWords(line: Uint8Array): string[] {
  if (line.some((byte) => (byte < 0x20 && byte !== 0x09) || byte === 0x7f)) {
    throw new TlogError('malformed', 'control character')
  }
  if (line.find((byte) => byte !== 0x20 && byte !== 0x09) === 0x23) return []
  return utf8Decode(line)
    .split(/[ \t]+/)
    .filter((word) => word !== '')
}

function addLine(sha256: Sha256, draft: Draft, keyword: string, words: string[]): void {
  switch (keyword) {
    case 'log':
      return addLog(sha256, draft, words)
    case 'witness':
      return addWitness(sha256, draft, words)
    case 'group':
      return addGroup(draft, words)
    case 'quorum':
      return setQuorum(draft, words)
    default:
      throw new TlogError('malformed', `unknown keyword ${JSON.stringify(keyword)}`)
  }
}

function refuseDuplicate(keys: readonly { key: VerifierKey }[], key: VerifierKey): void {
  if (keys.some((other) => equalBytes(other.key.publicKey, key.publicKey))) {
    throw new TlogError('malformed', 'a public key stands there twice')
  }
}

function addLog(sha256: Sha256, draft: Draft, words: string[]): void {
  const [vkey, url, ...rest] = words
  if (vkey === undefined || rest.length > 0) throw new TlogError('malformed', 'log <vkey> [<url>]')
  const key = parseVerifierKey(sha256, vkey)
  if (key.type === 'ed25519_cosignature') {
    throw new TlogError('malformed', 'an Ed25519 cosignature key cannot be a log key')
  }
  refuseDuplicate(draft.logs, key)
  draft.logs.push(url === undefined ? { key } : { key, url })
}

function addWitness(sha256: Sha256, draft: Draft, words: string[]): void {
  const [name, vkey, url, ...rest] = words
  if (name === undefined || vkey === undefined || rest.length > 0) {
    throw new TlogError('malformed', 'witness <name> <vkey> [<url>]')
  }
  refuseDefined(draft, name)
  const key = parseVerifierKey(sha256, vkey)
  if (key.type === 'ed25519') throw new TlogError('malformed', 'not a cosignature key')
  refuseDuplicate(draft.witnesses, key)
  draft.witnesses.push(url === undefined ? { name, key } : { name, key, url })
}

function addGroup(draft: Draft, words: string[]): void {
  const [name, k, ...members] = words
  if (name === undefined || k === undefined || members.length === 0) {
    throw new TlogError('malformed', 'group <name> all|any|<k> <name>...')
  }
  refuseDefined(draft, name)
  for (const member of members) {
    if (!isDefined(draft, member)) throw new TlogError('malformed', `${member} is not defined yet`)
    if (draft.grouped.has(member)) throw new TlogError('malformed', `${member} is in a group twice`)
    draft.grouped.add(member)
  }
  const threshold = k === 'all' ? members.length : k === 'any' ? 1 : parseDecimal(k)
  if (threshold < 1 || threshold > members.length) {
    throw new TlogError('malformed', 'the threshold is outside 1 to the number of members')
  }
  draft.groups.push({ name, threshold, members })
}

function setQuorum(draft: Draft, words: string[]): void {
  const [name, ...rest] = words
  if (name === undefined || rest.length > 0) throw new TlogError('malformed', 'quorum <name>|none')
  if (draft.quorum !== undefined) throw new TlogError('malformed', 'a second quorum line')
  if (name !== 'none' && !isDefined(draft, name)) {
    throw new TlogError('malformed', `${name} is not defined yet`)
  }
  draft.quorum = name
}

function isDefined({ witnesses, groups }: Draft, name: string): boolean {
  return witnesses.some((one) => one.name === name) || groups.some((one) => one.name === name)
}

function refuseDefined(draft: Draft, name: string): void {
  if (name === 'none' || isDefined(draft, name)) {
    throw new TlogError('malformed', `${name} is defined already`)
  }
}

const WORD = /^[^\s\p{Cc}]+$/u

/**
 * Writes a policy in the order logs, witnesses, groups, quorum.
 *
 * @throws TlogError `malformed`, `unsupported_key` when the result would not read back
 */
export function formatPolicy(sha256: Sha256, policy: Policy): string {
  const lines = [
    ...policy.logs.map(({ key, url }) => ['log', formatVerifierKey(key), url]),
    ...policy.witnesses.map(({ name, key, url }) => ['witness', name, formatVerifierKey(key), url]),
    ...policy.groups.map(({ name, threshold, members }) => [
      'group',
      name,
      threshold === members.length ? 'all' : String(threshold),
      ...members,
    ]),
    ['quorum', policy.quorum],
  ].map((line) => line.filter((word) => word !== undefined))
  for (const word of lines.flat()) {
    if (!WORD.test(word))
      throw new TlogError('malformed', `no policy word: ${JSON.stringify(word)}`)
  }
  const text = lines.map((line) => `${line.join(' ')}\n`).join('')
  parsePolicy(sha256, text)
  return text
}
