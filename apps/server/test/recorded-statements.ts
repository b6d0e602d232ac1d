import pg from 'pg'
import { vi } from 'vitest'

interface Statement {
  readonly text: string
  readonly values?: unknown
}

/** Tells of every statement that goes to the database from now on, until it is called back. */
function listen(onStatement: (client: object, statement: Statement) => void): () => void {
  const send: unknown = Reflect.get(pg.Client.prototype, 'query')
  if (typeof send !== 'function') throw new Error('the driver has no query')
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [first, values] = given
    onStatement(this, typeof first === 'string' ? { text: first, values } : (first as Statement))
    return Reflect.apply(send, this, given)
  } as never)
  return () => spy.mockRestore()
}

/** The statements that are sent while something is done. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = []
  const stop = listen((_, { text }) => void texts.push(text))
  try {
    await work()
  } finally {
    stop()
  }
  return texts
}

const advisory = /pg_advisory_xact_lock/i
const rowLock = /\bfor (?:no key )?(?:update|share)(?: of "(\w+)")?/gi

/**
 * What each transaction locks from now on, in the order of its statements, each once: advisory locks
 * by the word that their key begins with, rows by their table. Call `stop` at the end.
 */
export function recordLocks(): { readonly transactions: string[][]; stop(): void } {
  const transactions: string[][] = []
  const open = new WeakMap<object, string[]>()
  const stop = listen((client, statement) => {
    if (/^BEGIN/i.test(statement.text)) {
      const locked: string[] = []
      transactions.push(locked)
      open.set(client, locked)
    }
    const locked = open.get(client) ?? []
    for (const what of locksIn(statement)) if (!locked.includes(what)) locked.push(what)
  })
  return { transactions, stop }
}

function locksIn({ text, values }: Statement): string[] {
  if (advisory.test(text)) return [JSON.stringify(values).replace(/^\W*([\w-]+).*$/s, '$1')]
  const table = /\b(?:from|update) "(\w+)"/i.exec(text)?.[1] ?? ''
  if (/^(?:update|delete)\b/i.test(text)) return [table]
  return [...text.matchAll(rowLock)].map(([, of]) => of ?? table)
}
