import { readCommaLine } from './comma-lines.ts'
import { CR, FRAME_BYTES, readToledoFrame, STX, toledoChecksum } from './toledo-frames.ts'
import type { WeightReading } from './weight-reading.ts'

/** Longer than any frame: what holds none is thrown away. */
const MOST_KEPT_BYTES = 256
const LF = 0x0a

/**
 * Finds readings in what an indicator sends without end, whichever of the formats it speaks: bytes come
 * in pieces of any size, begin in the middle of a frame and may hold noise. `next` gives the readings
 * that a piece completes, the oldest first.
 */
export class ScaleStream {
  #kept: readonly number[] = []
  /** Bytes that belonged to no frame. */
  garbled = 0

  next(piece: Uint8Array): readonly WeightReading[] {
    const bytes = [...this.#kept, ...piece]
    const readings: WeightReading[] = []
    let from = 0
    while (from < bytes.length) {
      const taken = takeFrame(bytes, from)
      if (taken === null) break
      if (taken.reading === null) this.garbled += taken.length
      else readings.push(taken.reading)
      from += taken.length
    }
    this.#kept = bytes.slice(from)
    if (this.#kept.length > MOST_KEPT_BYTES) {
      this.garbled += this.#kept.length
      this.#kept = []
    }
    return readings
  }
}

interface Taken {
  readonly reading: WeightReading | null
  readonly length: number
}

/** What begins at a place; null while more bytes are needed to tell. */
function takeFrame(bytes: readonly number[], from: number): Taken | null {
  if (bytes[from] === STX) return takeToledo(bytes, from)
  const end = bytes.findIndex((byte, at) => at >= from && (byte === CR || byte === LF))
  const stx = bytes.indexOf(STX, from)
  if (stx !== -1 && (end === -1 || stx < end)) return { reading: null, length: stx - from }
  if (end === -1) return null
  if (end === from) return { reading: null, length: 1 }
  const line = String.fromCharCode(...bytes.slice(from, end).map((byte) => byte & 0x7f))
  return { reading: readCommaLine(line.trim()), length: end - from + 1 }
}

function takeToledo(bytes: readonly number[], from: number): Taken | null {
  // A checksum may follow: the byte after the frame says whether one does, and the next frame is near.
  if (bytes.length - from <= FRAME_BYTES) return null
  const frame = Uint8Array.from(bytes.slice(from, from + FRAME_BYTES))
  const reading = readToledoFrame(frame)
  if (reading === null) return { reading: null, length: 1 }
  const after = bytes[from + FRAME_BYTES] ?? STX
  const isChecked = after !== STX && after !== CR && after !== LF
  if (!isChecked) return { reading, length: FRAME_BYTES }
  const isRight = (after & 0x7f) === toledoChecksum(frame)
  return { reading: isRight ? reading : null, length: FRAME_BYTES + 1 }
}
