import { ScaleStream, SettledWeight } from '@azalea/produce-rules'
import { connect } from 'node:net'
import type { ScaleLine } from '../../../../platform/scale-lines.ts'
import { refuse } from '../refusals.ts'

/** Indicators send ten frames a second or more: whoever has not settled by then does not yet. */
const WAIT_MS = 4_000
/** More than so much without one frame is no scale. */
const MOST_BYTES = 64 * 1024

/**
 * Reads the weight that a scale tells on its serial line, by a converter or indicator that sends its
 * frames over TCP without being asked. Only what has settled is taken.
 * @returns the weight in grams
 * @throws Refusal 'scale_silent', 'scale_unstable', 'scale_overloaded'
 */
export function readSerialScale(line: ScaleLine, waitMs = WAIT_MS): Promise<number> {
  return new Promise((resolve, reject) => {
    const stream = new ScaleStream()
    const weight = new SettledWeight()
    const socket = connect(line)
    let bytes = 0
    const end = (settle: () => void) => {
      clearTimeout(timer)
      socket.destroy()
      settle()
    }
    const giveUp = () =>
      end(() => {
        const state = weight.last?.state
        const isOff = state === 'overload' || state === 'underload'
        const unsettled = state === undefined ? 'scale_silent' : 'scale_unstable'
        reject(refuse(isOff ? 'scale_overloaded' : unsettled))
      })
    const timer = setTimeout(giveUp, waitMs)
    socket.on('data', (piece) => {
      bytes += piece.length
      for (const reading of stream.next(piece)) {
        const grams = weight.next(reading)
        if (grams !== null) return end(() => resolve(grams))
      }
      if (bytes > MOST_BYTES && weight.last === null) giveUp()
    })
    socket.on('error', giveUp)
    socket.on('close', giveUp)
  })
}
