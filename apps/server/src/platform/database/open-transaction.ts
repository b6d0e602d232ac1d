import { createHash } from 'node:crypto'
import type { CompiledQuery, QueryResult } from 'kysely'
import pg from 'pg'

const MAX_NAMED_STATEMENTS = 500
/** The SQLSTATE of what follows a failed statement. */
const ABORTED = '25P02'
const names = new Map<string, string>()

/**
 * The statements of one transaction on their way to PostgreSQL, on a pipelined connection. Those
 * that are sent side by side travel in one packet, as BEGIN does with the first and the last one
 * with COMMIT: most of what a small statement costs is sending it and waking up for the answer.
 */
export class OpenTransaction {
  readonly #client: pg.PoolClient
  readonly #begin: string
  #state: 'waits' | 'open' | 'ended' = 'waits'
  #isGathering = false
  /** Of each statement in its turn: why it failed, or null. */
  readonly #faults: Promise<Error | null>[] = []

  constructor(client: pg.PoolClient, begin: string) {
    this.#client = client
    this.#begin = begin
  }

  /** @throws what failed first, also when PostgreSQL refuses this statement only for that */
  async send<Row>(statement: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#state === 'ended') throw new Error('the transaction of this statement has ended')
    this.#gather()
    if (this.#state === 'open') return this.#orWhy(send<Row>(this.#client, statement))
    this.#state = 'open'
    // Should BEGIN fail, row-level security lets the statement see and write nothing.
    const sent = Promise.all([this.#client.query(this.#begin), send<Row>(this.#client, statement)])
    const [, result] = await this.#orWhy(sent)
    return result
  }

  /**
   * Sends `last`, if any, and commits.
   * @throws when it or an earlier statement has failed; nothing is kept then
   */
  async commit(last: CompiledQuery | null): Promise<void> {
    if (this.#state === 'waits' && last === null) return
    if (this.#state === 'waits')
      throw new Error('a transaction cannot begin with its last statement')
    this.#state = 'ended'
    this.#gather()
    const sent = Promise.all([last && send(this.#client, last), this.#client.query('COMMIT')])
    const [, { command }] = await this.#orWhy(sent)
    if (command === 'COMMIT') return
    // PostgreSQL answers otherwise when an earlier statement has failed.
    const faults = await Promise.all(this.#faults)
    const first = faults.find((fault) => fault !== null)
    throw first ?? new Error('a statement of the transaction has failed')
  }

  /**
   * Whoever waits for a later statement alone would be told nothing but that the transaction is
   * aborted: what failed first is why.
   */
  async #orWhy<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.#faults.push(answer.then(() => null, errorOf))
    try {
      return await answer
    } catch (error) {
      if (!isAborted(error)) throw error
      const faults = await Promise.all(this.#faults)
      throw faults.find((fault) => fault !== null && !isAborted(fault)) ?? error
    }
  }

  /** Answers whether the connection can serve another transaction. */
  async rollBack(): Promise<boolean> {
    const isOpen = this.#state !== 'waits'
    this.#state = 'ended'
    if (!isOpen) return true
    return this.#client.query('ROLLBACK').then(
      () => true,
      () => false,
    )
  }

  /** Holds back what is sent until whatever runs now has run, so that it leaves in one packet. */
  #gather(): void {
    if (this.#isGathering) return
    this.#isGathering = true
    const { stream } = this.#client.connection
    stream.cork()
    process.nextTick(() => {
      this.#isGathering = false
      stream.uncork()
    })
  }
}

function isAborted(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === ABORTED
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** Sends one statement, prepared under a name when it has parameters. */
export async function send<Row>(
  client: pg.PoolClient,
  { sql, parameters }: CompiledQuery,
): Promise<QueryResult<Row>> {
  const { command, rowCount, rows } = await run<Row & pg.QueryResultRow>(client, sql, parameters)
  return command === 'SELECT' ? { rows } : { rows, numAffectedRows: BigInt(rowCount ?? 0) }
}

/** `pg` copies a statement given as an object property by property; one made from text it takes. */
function run<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  parameters: readonly unknown[],
): Promise<pg.QueryResult<Row>> {
  if (parameters.length === 0) return client.query<Row>(text)
  return new Promise((resolve, reject) => {
    const callback = (error: Error | null, result: pg.QueryResult<Row>) =>
      error ? reject(error) : resolve(result)
    const query = new pg.Query(text, [...parameters])
    client.query(Object.assign(query, { name: nameOf(text), callback }))
  })
}

/**
 * A statement's name, so that PostgreSQL parses and plans it once a connection. Statements past the
 * bound go unnamed.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MAX_NAMED_STATEMENTS) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  names.set(text, name)
  return name
}
