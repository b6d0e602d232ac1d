import { readEpcisEvents } from '../../apps/server/src/modules/produce/trace/epcis/read-epcis.ts'
import { systemClock } from '../../apps/server/src/platform/clock.ts'
import type { BenchServer } from '../bench-server.ts'
import { round } from '../measure.ts'
import { VILLAGE } from '../village-fixture.ts'

const EVENTS = 10_000
const MEGABYTE = 1024 * 1024

/**
 * Ten thousand events as they are sent: how long, how large, and how much the heap held at most beside
 * what it held before; beside bare SQL of the same rows.
 */
export async function timeEvents({ database, owner }: BenchServer) {
  const actor = {
    villageId: VILLAGE,
    personId: VILLAGE,
    householdId: null,
    roles: new Set(['committee'] as const),
    leadsGroupNo: null,
  }
  const parts = { database, clock: systemClock, publicUrl: 'https://bench.example.cn' }
  const span = { from: new Date('2000-01-01'), before: new Date('9999-01-01') }
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const began = performance.now()
  const asked = { ...span, perPage: EVENTS, nextPageToken: undefined }
  const { text } = await readEpcisEvents(parts, actor, asked)
  let [events, bytes, most] = [0, 0, 0]
  for await (const piece of text) {
    bytes += Buffer.byteLength(piece)
    if (piece.includes('"eventID"')) events += 1
    if (events % 250 !== 0) continue
    globalThis.gc?.()
    most = Math.max(most, process.memoryUsage().heapUsed - before)
  }
  const seconds = round((performance.now() - began) / 1000)
  const bareBegan = performance.now()
  await owner.query(
    `SELECT * FROM harvest_lot JOIN packing_lot USING (village_id, lot_id)
     JOIN packing USING (village_id, packing_id) WHERE village_id = $1 ORDER BY opened_at LIMIT $2`,
    [VILLAGE, EVENTS],
  )
  return {
    events,
    seconds,
    sentMegabytes: round(bytes / MEGABYTE, 1),
    heldMegabytes: globalThis.gc === undefined ? null : round(most / MEGABYTE, 1),
    bareSeconds: round((performance.now() - bareBegan) / 1000),
  }
}
