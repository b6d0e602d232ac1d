import type { ClockPort, HttpAnswer, HttpPort, HttpRequest, StoragePort } from '../src/index.ts'

/** Shelves in memory, as a device without storage of its own would have them. */
export function memoryStorage(): StoragePort {
  const shelves = new Map<string, Map<string, unknown>>()
  const shelf = (name: string) => {
    const found = shelves.get(name) ?? new Map<string, unknown>()
    shelves.set(name, found)
    return found
  }
  return {
    list: async <Value>(name: string) => structuredClone([...shelf(name).values()]) as Value[],
    find: async <Value>(name: string, key: string) =>
      structuredClone(shelf(name).get(key)) as Value | undefined,
    put: async (name, key, value) => {
      shelf(name).set(key, structuredClone(value))
    },
    remove: async (name, key) => {
      shelf(name).delete(key)
    },
  }
}

/** A clock that stands until it is set. */
export function standingClock(at: string): ClockPort & { set: (at: string) => void } {
  let now = new Date(at)
  return {
    now: () => now,
    set: (next) => {
      now = new Date(next)
    },
  }
}

/** A server that answers as the test says, and keeps what it was asked. */
export function scriptedHttp(answer: (request: HttpRequest) => HttpAnswer): HttpPort & {
  sent: HttpRequest[]
} {
  const sent: HttpRequest[] = []
  let keys = 0
  return {
    sent,
    send: async (request) => {
      const answered = answer(request)
      sent.push(request)
      return answered
    },
    readFile: async () => ({ status: 404, bytes: new Uint8Array() }),
    newKey: () => {
      keys += 1
      return `key-${keys}`
    },
  }
}

export const json = (value: unknown, status = 200): HttpAnswer => ({
  status,
  text: JSON.stringify(value),
})
