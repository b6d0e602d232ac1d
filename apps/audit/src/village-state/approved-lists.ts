import { readApprovedList, type ApprovedList } from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import type { StateParts } from './parts.ts'

declare module './parts.ts' {
  interface StateMemory {
    readonly approvedLists: ApprovedLists
  }
}

type Reader = Pick<StateParts, 'findings' | 'readDocument'>

/** Every edition of the list of approved products. */
export class ApprovedLists {
  #editions: readonly ApprovedList[] = []

  get all(): readonly ApprovedList[] {
    return this.#editions
  }

  /** `approved-list.published`: the next edition, in force from that day on, as its document says. */
  async publish(
    { findings, readDocument }: Reader,
    index: number,
    { at, public: { edition, inForceFrom, document } }: LeafOfKind<'approved-list.published'>,
  ): Promise<void> {
    if (edition !== this.#editions.length + 1)
      findings.add('input_wrong', index, `edition ${edition} follows ${this.#editions.length}`)
    if (inForceFrom < at)
      findings.add('input_wrong', index, `it is in force from ${inForceFrom}, published on ${at}`)
    const text = await readDocument(document, index)
    if (text === null) return
    const list = readApprovedList(text)
    if (list === null || list.version !== edition || list.inForceFrom !== inForceFrom)
      return findings.add('document_wrong', index, `${document} is not this edition of the list`)
    this.#editions = [...this.#editions, list]
  }

  toJson() {
    return this.#editions
  }

  load(json: ReturnType<ApprovedLists['toJson']> | undefined): void {
    this.#editions = json ?? []
  }
}
