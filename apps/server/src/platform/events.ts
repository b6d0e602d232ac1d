/**
 * What a module tells its siblings, inside the same transaction: the publisher knows the event,
 * never the listeners. Wired in the composition root.
 */
export interface EventType<Payload> {
  readonly name: string
  /** Carries the payload's type; never set. */
  readonly payload?: Payload
}

export function defineEvent<Payload>(name: string): EventType<Payload> {
  return { name }
}

export type Listener<Context, Payload> = (context: Context, payload: Payload) => Promise<void>

export class EventBus<Context> {
  readonly #listeners = new Map<string, Listener<Context, never>[]>()

  on<Payload>(type: EventType<Payload>, listener: Listener<Context, Payload>): void {
    const listeners = this.#listeners.get(type.name) ?? []
    this.#listeners.set(type.name, [...listeners, listener])
  }

  /** Runs the listeners one after another; one that throws undoes the whole transaction. */
  async publish<Payload>(
    context: Context,
    type: EventType<Payload>,
    payload: Payload,
  ): Promise<void> {
    for (const listener of this.#listeners.get(type.name) ?? [])
      await (listener as Listener<Context, Payload>)(context, payload)
  }
}
