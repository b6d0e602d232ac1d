import { connect, type MqttClient } from 'mqtt'
import type { BrokerSettings, BrokerState } from '../../../../platform/broker.ts'
import type { Clock } from '../../../../platform/clock.ts'
import { outageOf } from '../../../../platform/database/outage.ts'
import type { ReadingParts } from '../parts.ts'
import { acknowledgeLater, type HeldMessage } from './acknowledge-later.ts'
import { Gathering } from './gathering.ts'
import { keepMessages } from './keep-messages.ts'
import { TOPICS } from './read-message.ts'

const FIRST_WAIT_MILLISECONDS = 1_000
const LONGEST_WAIT_MILLISECONDS = 60_000
/** A database that is away is asked again. */
const AGAIN_MILLISECONDS = 2_000

export interface BrokerListener {
  stop(): Promise<void>
}

interface ListenerParts extends Pick<ReadingParts, 'database' | 'clock'> {
  readonly broker: BrokerState
  readonly onFault: (fault: unknown) => void
}

/**
 * Keeps what sensors publish at a broker. The session is kept there (one name of ours, no clean start)
 * and a message acknowledged only once its readings are committed: what was published with QoS 1 while
 * the server was away, or died with it, comes again, and counts once.
 */
export function listenToBroker(parts: ListenerParts, settings: BrokerSettings): BrokerListener {
  const { url, ...rest } = settings
  const client = connect(url, {
    ...rest,
    clean: false,
    protocolVersion: 4, // 3.1.1: every broker speaks it
    resubscribe: false,
    reconnectPeriod: FIRST_WAIT_MILLISECONDS,
  })
  const gathering = new Gathering<HeldMessage>()
  const ending = new AbortController()
  acknowledgeLater(client, (message) => gathering.put(message))
  followConnection(client, parts)
  const written = keepGathered(parts, gathering, ending.signal).catch(parts.onFault)
  return {
    stop: async () => {
      ending.abort()
      gathering.end()
      await written
      await client.endAsync(true)
    },
  }
}

/** Says how it stands, subscribes, and waits longer each time that the broker is not found. */
function followConnection(client: MqttClient, { broker, clock }: ListenerParts): void {
  const { options } = client
  client.on('connect', () => {
    options.reconnectPeriod = FIRST_WAIT_MILLISECONDS
    client.subscribe(TOPICS, { qos: 1 }, (error) => {
      if (error !== null) note(broker, clock, false, error.message)
      else note(broker, clock, true, null)
    })
  })
  client.on('error', ({ message }) => note(broker, clock, false, message))
  client.on('close', () => {
    const doubled = 2 * (options.reconnectPeriod ?? FIRST_WAIT_MILLISECONDS)
    options.reconnectPeriod = Math.min(doubled, LONGEST_WAIT_MILLISECONDS)
    note(broker, clock, false, broker.problem)
  })
}

function note(broker: BrokerState, clock: Clock, isConnected: boolean, problem: string | null) {
  if (broker.isConnected !== isConnected) broker.since = clock.now()
  broker.isConnected = isConnected
  broker.problem = problem
}

async function keepGathered(
  parts: ListenerParts,
  gathering: Gathering<HeldMessage>,
  ending: AbortSignal,
): Promise<void> {
  for (;;) {
    const messages = await gathering.take()
    if (messages.length === 0) return
    if (!(await keepOnceReached(parts, messages, ending))) return
    // They are on disk. A crash before this brings them again, and they count once.
    for (const { acknowledge } of messages) acknowledge()
  }
}

/** False when the server ends before the database is back: the broker keeps them. */
async function keepOnceReached(
  parts: ListenerParts,
  messages: readonly HeldMessage[],
  ending: AbortSignal,
): Promise<boolean> {
  for (;;) {
    try {
      parts.broker.strays += await keepMessages(parts, messages)
      return true
    } catch (error) {
      if (outageOf(error) === null) {
        await keepEach(parts, messages, error)
        return true
      }
      if (ending.aborted) return false
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLISECONDS))
    }
  }
}

/** A message that makes us fail must not come for ever, nor take others with it. */
async function keepEach(
  parts: ListenerParts,
  messages: readonly HeldMessage[],
  error: unknown,
): Promise<void> {
  if (messages.length === 1) return parts.onFault(error)
  for (const message of messages)
    await keepMessages(parts, [message]).catch((fault: unknown) => parts.onFault(fault))
}
