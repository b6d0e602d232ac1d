import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { Senders } from './senders.ts'

interface Counted {
  readonly key: string
  isAnswered: boolean
}

/** Who may be given up, found by looking at everybody. */
function expendableOf(all: ReadonlyMap<number, Counted>): Set<number> {
  const counts = new Map<string, number>()
  for (const { key } of all.values()) counts.set(key, (counts.get(key) ?? 0) + 1)
  const most = Math.max(...counts.values())
  const held = [...all].filter(([, { key }]) => counts.get(key) === most)
  const waiting = held.filter(([, { isAnswered }]) => !isAnswered)
  return new Set((waiting.length > 0 ? waiting : held).map(([connection]) => connection))
}

it('gives up of whoever holds the most, one that waits first, whatever came before', () => {
  const step = fc.record({
    what: fc.constantFrom('open', 'open', 'close', 'whole', 'over'),
    key: fc.constantFrom('a', 'b', 'c'),
    which: fc.nat(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const senders = new Senders<number>()
      const all = new Map<number, Counted>()
      for (const [no, { what, key, which }] of steps.entries()) {
        if (what === 'open') {
          senders.add(key, no)
          all.set(no, { key, isAnswered: false })
          continue
        }
        const chosen = [...all][which % Math.max(1, all.size)]
        if (chosen === undefined) continue
        const [connection, counted] = chosen
        if (what === 'close') {
          senders.remove(connection)
          all.delete(connection)
        } else {
          if (what === 'whole') senders.markAnswered(connection)
          else senders.markWaiting(connection)
          counted.isAnswered = what === 'whole'
        }
        expect(senders.size).toBe(all.size)
        const given = senders.expendable()
        if (given === undefined) expect(all.size).toBe(0)
        else expect(expendableOf(all)).toContain(given)
      }
    }),
  )
})

it('gives up the one that has waited longest', () => {
  const senders = new Senders<string>()
  for (const connection of ['first', 'second', 'third']) senders.add('a', connection)
  expect(senders.expendable()).toBe('first')
  senders.markAnswered('first')
  expect(senders.expendable()).toBe('second')
  senders.markWaiting('first')
  expect(senders.expendable()).toBe('second')
  senders.remove('second')
  expect(senders.expendable()).toBe('third')
})

/** How many members of sets are looked at while something is done. */
function looksDuring(work: () => void): number {
  let looks = 0
  const spy = vi.spyOn(Set.prototype, Symbol.iterator).mockImplementation(function (
    this: Set<unknown>,
  ) {
    const members = this.values()
    const next = members.next.bind(members)
    members.next = () => {
      looks += 1
      return next()
    }
    return members
  })
  try {
    work()
  } finally {
    spy.mockRestore()
  }
  return looks
}

it('looks at one sender and one of its connections, however many there are', () => {
  const senders = new Senders<number>()
  const looks = looksDuring(() => {
    for (let no = 0; no < 20_000; no++) {
      senders.add(`k${no % 7_000}`, no)
      senders.expendable()
      senders.markAnswered(no)
    }
  })
  expect(looks).toBe(2 * 20_000)
})
