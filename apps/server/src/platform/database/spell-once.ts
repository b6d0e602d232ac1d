import { CompiledQuery, type Compilable } from 'kysely'
import type { Db } from './database.ts'

type Values<Name extends string> = Readonly<Record<Name, string>>

/**
 * A query whose text is the same whoever asks, spelt when it is first asked and sent with other values
 * from then on: to build and spell a small one takes longer than PostgreSQL takes to answer it.
 * @param build uses each of its values as a parameter alone; what it would decide by one, it must not
 */
export function spellOnce<Row, Name extends string>(
  build: (db: Db, values: Values<Name>) => Compilable<Row>,
): (db: Db, values: Values<Name>) => Promise<Row[]> {
  let spelt: CompiledQuery<Row> | null = null
  return async (db, values) => {
    spelt ??= build(db, placesOf<Name>()).compile()
    const parameters = spelt.parameters.map((one) =>
      one instanceof Place ? values[one.name as Name] : one,
    )
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(spelt.sql, parameters))
    return rows
  }
}

/** Where a value will stand. */
class Place {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
  toString(): never {
    throw new Error(`${this.name} is not known while the query is spelt`)
  }
}

function placesOf<Name extends string>(): Values<Name> {
  // What builds takes each for a value to send, whatever it is.
  const places: unknown = new Proxy({}, { get: (_, name) => new Place(String(name)) })
  return places as Values<Name>
}
