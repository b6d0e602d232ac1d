import { parseLeaf, UnreadableLeaf, type Leaf, type LeafHead } from '@azalea/records'
import { findItem, type RuleItem } from '@azalea/scoring'
import { AuditError } from '../errors.ts'
import { codeOf, type Findings } from '../findings.ts'
import { UnreadableEntry } from '../documents.ts'
import type { LogSource } from '../log-source.ts'
import { sha256Text } from '../suite.ts'
import { looks, memories } from './judges/index.ts'
import type { Look } from './judges/judge.ts'
import type { StateMemory, StateParts, Remembered } from './parts.ts'
import { newTally, type Tally } from './tally.ts'

/** What a state remembers, for the next audit. */
export type VillageStateJson = {
  readonly village: string | null
  readonly closed: string
  readonly tally: Tally
} & { readonly [Name in keyof StateMemory]?: unknown }

/**
 * A village's state, recomputed by a stranger: takes the entries of the log in their order and hands each to
 * the judge of its kind, who says what does not follow from the rules and from the entries before.
 */
export class VillageState {
  /** What is known by now, as the judges are given it. */
  readonly known: StateParts
  readonly tally = newTally()
  readonly findings: Findings
  readonly #source: LogSource
  readonly #kept = Object.keys(memories) as (keyof StateMemory)[]
  #village: string | null = null
  #closed = ''

  constructor(source: LogSource, findings: Findings) {
    this.#source = source
    this.findings = findings
    this.known = {
      ...begun(),
      findings,
      tally: this.tally,
      itemOf: (ref, sheetHash) => this.#itemOf(ref, sheetHash),
      close: (day) => this.#close(day),
      readDocument: (hash, index) => this.#readDocument(hash, index),
    }
  }

  /** Takes the next entry. @throws AuditError when a document cannot be read for other reasons than that it is missing */
  async enter(index: number, bytes: Uint8Array): Promise<void> {
    this.tally.entries += 1
    try {
      const leaf = parseLeaf(bytes)
      this.#count(index, leaf)
      // The kind has found its own judge.
      const look = looks[leaf.kind] as Look<Leaf['kind']>
      const judged = look(this.known, index, leaf)
      if (judged !== undefined) await judged
    } catch (error) {
      if (error instanceof UnreadableLeaf) {
        if (error.head !== null) this.#count(index, error.head)
        this.findings.add(codeOf(error.problem), index, error.message)
      } else if (error instanceof UnreadableEntry)
        this.findings.add('entry_unreadable', index, error.message)
      else throw error
    }
  }

  #count(index: number, { village, kind, at }: LeafHead): void {
    this.#village ??= village
    if (village !== this.#village)
      this.findings.add('entry_unreadable', index, `it is of village ${village}`)
    if (at <= this.#closed)
      this.findings.add('entry_after_close', index, `it is of ${at}, which was closed before`)
    // A successor begins with an entry of the day on which the log before it was retired.
    if (kind === 'log.begun' && index === 0) return this.known.accounts.countAhead(at)
    if (!this.known.accounts.count(at)) return
    for (const name of this.#kept) this.#memory(name).prune?.(at)
  }

  #memory(name: keyof StateMemory): Remembered {
    return this.known[name]
  }

  async #readDocument(hash: string, index: number): Promise<string | null> {
    let text: string
    try {
      text = new TextDecoder().decode(await this.#source.read(`document/${hash}`))
    } catch (error) {
      if (!(error instanceof AuditError) || error.code !== 'not_found') throw error
      this.findings.add('document_wrong', index, `document ${hash} is missing`)
      return null
    }
    if (sha256Text(text, 'hex') === hash) return text
    this.findings.add('document_wrong', index, `document ${hash} has been changed`)
    return null
  }

  #itemOf(ref: string, sheetHash: string | undefined): RuleItem | undefined {
    const sheets = this.known.sheets.all.filter(
      ({ hash }) => sheetHash === undefined || hash === sheetHash,
    )
    for (const { sheet } of sheets.toReversed()) {
      const item = findItem(sheet, ref)
      if (item !== undefined) return item
    }
    return undefined
  }

  #close(day: string): boolean {
    const isNew = day > this.#closed
    if (isNew) this.#closed = day
    return isNew
  }

  /** The last day that a statement closed. */
  get closedThrough(): string | null {
    return this.#closed || null
  }

  toJson(): VillageStateJson {
    const memory = this.#kept.map((name) => [name, this.#memory(name).toJson()] as const)
    return {
      village: this.#village,
      closed: this.#closed,
      tally: this.tally,
      ...Object.fromEntries(memory),
    }
  }

  /** @throws AuditError 'bad_state' where another version, which keeps less, has written it */
  load(json: VillageStateJson): void {
    const missing = this.#kept.find((name) => json[name] === undefined)
    if (missing !== undefined) {
      const sentence = `the state does not say what this version of azalea-audit keeps of ${missing}`
      throw new AuditError('bad_state', `${sentence}; remove it to begin anew`)
    }
    this.#village = json.village
    this.#closed = json.closed
    Object.assign(this.tally, json.tally)
    // Each wrote itself what it reads here.
    for (const name of this.#kept) this.#memory(name).load(json[name] as never)
  }
}

function begun(): StateMemory {
  const parts = Object.entries(memories).map(([name, begin]) => [name, begin()] as const)
  return Object.fromEntries(parts) as unknown as StateMemory
}
