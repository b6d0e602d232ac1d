import { gtinCheckDigit, readGtin } from './gtin.ts'
import { packNumber, readPackingNumber, readPackNumber } from './pack-number.ts'

/** What an address on a label, or a name of the supply chain, stands for. */
export interface NamedPack {
  /** Null where its GTIN alone says whose it is. */
  readonly villageId: string | null
  readonly gtin: string | null
  readonly packingNumber: string
  /** Null for some packs of the packing. */
  readonly serial: number | null
}

/**
 * What the symbol on a pack says, whatever pages are called: a GS1 Digital Link URI where its kind had
 * a GTIN when it was packed, whose serial is the pack's whole number.
 */
export function packAddress(
  address: string,
  villageId: string,
  { number, gtin }: { readonly number: string; readonly gtin: string | null },
): string {
  return gtin === null
    ? `${address}/t/${villageId}/${number}`
    : `${address}/01/${gtin}/21/${number}`
}

/**
 * What an address or a name of a pack stands for; null for what is none. Where it was printed may be
 * called otherwise by now: only its path is read. Read are the village's own form, GS1 Digital Link
 * (of a pack, AI 21, or of some packs of a packing, AI 10), and EPC URNs of GTINs, as EPCIS has them.
 */
export function readPackAddress(text: string): NamedPack | null {
  const own = /^https?:\/\/[^?#]+?\/(?:#\/)?t\/(\d{12})\/([^/?#]+)(?:\?[^#]*)?$/.exec(text)
  if (own?.[1] !== undefined) return named({ villageId: own[1], gtin: null }, own[2])
  const link = /^https?:\/\/[^?#]+?\/(?:#\/)?01\/(\d+)\/(10|21)\/([^/?#]+)(?:\?[^#]*)?$/.exec(text)
  if (link !== null) return ofGtin(readGtin(link[1] ?? ''), link[2] === '21', link[3])
  const urn = /^urn:epc:(id:s|class:l)gtin:(\d+)\.(\d)(\d*)\.([^.]+)$/.exec(text)
  if (urn === null) return null
  const body = `${urn[3]}${urn[2]}${urn[4]}`
  return ofGtin(readGtin(body + gtinCheckDigit(body)), urn[1] === 'id:s', urn[5])
}

function ofGtin(gtin: string | null, isOne: boolean, number: string | undefined): NamedPack | null {
  if (gtin === null) return null
  if (isOne) return named({ villageId: null, gtin }, number)
  const packingNumber = readPackingNumber(number ?? '')
  return packingNumber === null ? null : { villageId: null, gtin, packingNumber, serial: null }
}

function named(
  whose: Pick<NamedPack, 'villageId' | 'gtin'>,
  number: string | undefined,
): NamedPack | null {
  const read = readPackNumber(number ?? '')
  return read === null ? null : { ...whose, ...read }
}

/** The number of a pack, of which its number or its address was typed or scanned. */
export function packNumberOf(typed: string): string | null {
  const addressed = readPackAddress(typed.trim())
  const read = addressed ?? readPackNumber(typed)
  if (read === null || read.serial === null) return null
  return packNumber(read.packingNumber, read.serial)
}
