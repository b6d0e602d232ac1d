import { createHash } from 'node:crypto'
import type { Db } from '../../platform/database/database.ts'
import type { Command } from './command.ts'
import { selectAccepted, type CommandRow } from './command.store.ts'
import { canonicalBytes } from './leaf.ts'
import { refuse } from './refusals.ts'

/** What tells a replay from another request with the same key. */
export function commandRow(command: Command, now: Date): CommandRow {
  const request = canonicalBytes({ name: command.name, input: command.input })
  return {
    villageId: command.actor.villageId,
    actorId: command.actor.personId,
    key: command.key,
    requestHash: createHash('sha256').update(request).digest(),
    acceptedAt: now,
  }
}

export interface FirstAnswer {
  readonly requestHash: Buffer
  readonly answer: unknown
}

/** @throws Refusal 'idempotency_key_reused' */
export function answerAgain<Answer>(first: FirstAnswer, row: CommandRow): Answer {
  if (!first.requestHash.equals(row.requestHash)) throw refuse('idempotency_key_reused')
  return first.answer as Answer
}

/** Commands that were accepted earlier, read at once for what is repeated as a whole. */
export interface AcceptedCommands {
  /** When the latest was accepted; null when none was. */
  readonly latestAt: Date | null
  /**
   * The first answer, as `act` gives it; null for a command that was not accepted.
   * @throws Refusal 'idempotency_key_reused'
   */
  replay<Answer>(command: Command): { readonly answer: Answer } | null
}

/** The accepted commands whose keys begin so. */
export async function readAcceptedCommands(
  db: Db,
  villageId: string,
  prefix: string,
): Promise<AcceptedCommands> {
  const rows = await selectAccepted(db, villageId, prefix)
  const nameOf = ({ actorId, key }: { actorId: string; key: string }) => `${actorId} ${key}`
  const accepted = new Map(rows.map((row) => [nameOf(row), row]))
  return {
    latestAt: rows.at(-1)?.acceptedAt ?? null,
    replay: <Answer>(command: Command) => {
      const row = commandRow(command, new Date(0))
      const first = accepted.get(nameOf(row))
      return first === undefined ? null : { answer: answerAgain<Answer>(first, row) }
    },
  }
}
