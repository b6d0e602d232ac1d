import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteServerClock, serverNow } from './server-clock.ts'

const phoneTime = new Date('2026-11-05T06:00:00Z')
const command = new Request('https://village.example/api/plates/K7/ratings', { method: 'POST' })

function answerAt(date: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { headers: { Date: new Date(date).toUTCString(), ...headers } })
}

beforeEach(() => {
  vi.useFakeTimers({ now: phoneTime })
  noteServerClock(command, answerAt('2026-11-05T06:00:00Z'))
})
afterEach(() => vi.useRealTimers())

it('tells the time of the server when the phone is off', () => {
  noteServerClock(command, answerAt('2026-11-05T05:50:00Z'))
  expect(serverNow().toISOString()).toBe('2026-11-05T05:50:00.000Z')
})

it('leaves a phone alone that is right within seconds', () => {
  noteServerClock(command, answerAt('2026-11-05T06:00:02Z'))
  expect(serverNow()).toEqual(phoneTime)
})

it('trusts neither an answer kept for offline use nor a read that may be cached', () => {
  noteServerClock(command, answerAt('2026-11-01T00:00:00Z', { 'Azalea-Kept': '1' }))
  noteServerClock(new Request('https://x.example/api/boards'), answerAt('2026-11-01T00:00:00Z'))
  expect(serverNow()).toEqual(phoneTime)
})

it('believes the session, which is never cached', () => {
  noteServerClock(new Request('https://x.example/api/session'), answerAt('2026-11-05T07:00:00Z'))
  expect(serverNow().toISOString()).toBe('2026-11-05T07:00:00.000Z')
})
