/** Where a scale's serial line is reached: a converter or an indicator on the collection point's network. */
export interface ScaleLine {
  readonly host: string
  readonly port: number
}

/** By village, then by the name that the operator gave. */
export type ScaleLines = ReadonlyMap<string, ReadonlyMap<string, ScaleLine>>

/**
 * Reads `<village>/<name>=<host>:<port>`, separated by commas. Only these are ever called: a village
 * names one, never an address, so that nobody has the server knock at other doors of its network.
 * @returns null when something of it is no such line
 */
export function readScaleLines(said: string): ScaleLines | null {
  const lines = new Map<string, Map<string, ScaleLine>>()
  for (const one of said.split(',')) {
    const found = /^(\d{12})\/([^=/]{1,40})=([\w.-]{1,253}):(\d{1,5})$/.exec(one.trim())
    if (found === null) return null
    const [, villageId = '', name = '', host = '', port = ''] = found
    if (Number(port) < 1 || Number(port) > 65_535) return null
    const ofVillage = lines.get(villageId) ?? new Map<string, ScaleLine>()
    ofVillage.set(name, { host, port: Number(port) })
    lines.set(villageId, ofVillage)
  }
  return lines
}
