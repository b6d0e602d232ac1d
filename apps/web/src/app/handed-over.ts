let receipt: string | null = null

/**
 * Keeps a scanned receipt for the page that checks it, in memory alone: it may open what is sealed
 * in the log, and so does not belong into an address or its history.
 */
export function handOverReceipt(text: string | null): void {
  receipt = text
}

export function handedOverReceipt(): string | null {
  return receipt
}
