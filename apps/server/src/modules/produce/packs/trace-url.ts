/** What the symbol on a pack says: short, and the same whatever pages are called. */
export function traceUrl(address: string, villageId: string, number: string): string {
  return `${address}/t/${villageId}/${number}`
}
