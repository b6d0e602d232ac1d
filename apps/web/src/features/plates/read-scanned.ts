import { isPlateCode, packNumber, readPackAddress, readPlateCode } from '@azalea/text'

/** The longest text that is taken for a code; whatever else stands in a QR code is not ours. */
const longestText = 500

/**
 * The path of this app that a scanned text leads to: a plate's page, the check-in of a post, where a
 * pack comes from, or the check of a receipt.
 * Null when the text is not one of the village's codes. The host is not looked at, since a village
 * may be served under several names; only the path is ever opened.
 */
export function pathOfScanned(text: string): string | null {
  const trimmed = text.trim()
  const receipt = receiptPath(trimmed)
  if (receipt !== null) return receipt
  if (trimmed.length > longestText) return null
  const checkIn = /#(\/check-in\/[\w-]+\/[\w-]+(?:\?code=\d+)?)$/.exec(trimmed)?.[1]
  if (checkIn !== undefined) return checkIn
  const pack = packPath(trimmed)
  if (pack !== null) return pack
  return platePath(/\/p\/([^/?#]+)(?:\?[^#]*)?$/.exec(trimmed)?.[1] ?? trimmed)
}

/**
 * A typed or scanned plate code as the path of its page; null when its check character says that it
 * is none, or was misread.
 */
export function platePath(typed: string): string | null {
  const code = readPlateCode(typed)
  return isPlateCode(code) ? `/p/${code}` : null
}

/** Whose pack it is says its address, or whoever knows its GTIN. */
function packPath(text: string): string | null {
  const pack = readPackAddress(text)
  if (pack === null || pack.serial === null) return null
  const number = packNumber(pack.packingNumber, pack.serial)
  if (pack.villageId !== null) return `/t/${pack.villageId}/${number}`
  return `/01/${pack.gtin}/21/${number}`
}

/** More than a QR code holds. */
const longestReceipt = 3_000

/** Where a receipt of a village's log (c2sp.org/tlog-proof) is checked; null when it is none. */
function receiptPath(text: string): string | null {
  if (!text.startsWith('c2sp.org/tlog-proof@v1\n') || text.length > longestReceipt) return null
  const villageId = /\n\n[^\n]*\/log\/(\d{12})(?:\/\d+)?\n/.exec(text)?.[1]
  return villageId === undefined ? null : `/verify/${villageId}`
}
