import { readPackNumber } from './pack-number.ts'

/** What a name of the supply chain stands for: one pack, or some packs of a packing. */
export interface NamedPack {
  readonly packingNumber: string
  /** Null for some packs of it. */
  readonly serial: number | null
}

/**
 * What an EPC that somebody else tells stands for in the village; null for what is none of its packs.
 * Our address may have changed since the label was printed: only its path counts.
 */
export function readEpc(epc: string, villageId: string): NamedPack | null {
  const own = /^https?:\/\/[^/?#]+\/t\/(\d{12})\/([^/?#]+)$/.exec(epc)
  if (own?.[1] !== villageId || own[2] === undefined) return null
  return readPackNumber(own[2])
}
