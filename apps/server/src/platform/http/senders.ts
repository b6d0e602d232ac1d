/** Who holds connections, of one address: those that wait for a whole request, and those answered now. */
interface Sender<Connection> {
  readonly key: string
  /** The one that has waited longest comes first. */
  readonly waiting: Set<Connection>
  readonly answered: Set<Connection>
}

interface Bucket<Connection> {
  readonly withWaiting: Set<Sender<Connection>>
  readonly allAnswered: Set<Sender<Connection>>
}

/**
 * Connections counted by who opened them. Whatever happens to one costs the same however many there
 * are: senders stand in buckets by how many they hold, and the fullest bucket is always known.
 */
export class Senders<Connection> {
  readonly #byKey = new Map<string, Sender<Connection>>()
  readonly #senderOf = new Map<Connection, Sender<Connection>>()
  readonly #buckets = new Map<number, Bucket<Connection>>()
  #most = 0

  get size(): number {
    return this.#senderOf.size
  }

  add(key: string, connection: Connection): void {
    const known = this.#byKey.get(key)
    const sender = known ?? { key, waiting: new Set(), answered: new Set() }
    this.#byKey.set(key, sender)
    this.#senderOf.set(connection, sender)
    this.#change(sender, () => sender.waiting.add(connection))
  }

  remove(connection: Connection): void {
    const sender = this.#senderOf.get(connection)
    if (sender === undefined) return
    this.#senderOf.delete(connection)
    this.#change(sender, () => {
      sender.waiting.delete(connection)
      sender.answered.delete(connection)
    })
    if (countOf(sender) === 0) this.#byKey.delete(sender.key)
  }

  /** Its request is whole: an answer is under way. */
  markAnswered(connection: Connection): void {
    const sender = this.#senderOf.get(connection)
    if (sender === undefined) return
    this.#change(sender, () => {
      sender.waiting.delete(connection)
      sender.answered.add(connection)
    })
  }

  /** Its answer is over: it waits for the next request, behind the others. */
  markWaiting(connection: Connection): void {
    const sender = this.#senderOf.get(connection)
    if (sender === undefined) return
    this.#change(sender, () => {
      sender.answered.delete(connection)
      sender.waiting.add(connection)
    })
  }

  /** The one to give up: of who holds the most, first one that waits, the oldest of them. */
  expendable(): Connection | undefined {
    const bucket = this.#buckets.get(this.#most)
    const [sender] = bucket?.withWaiting.size ? bucket.withWaiting : (bucket?.allAnswered ?? [])
    const [connection] = sender?.waiting.size ? sender.waiting : (sender?.answered ?? [])
    return connection
  }

  #change(sender: Sender<Connection>, change: () => void): void {
    this.#leaveBucket(sender)
    change()
    const count = countOf(sender)
    if (count > 0) this.#enterBucket(sender, count)
    // One connection more or less moves the fullest bucket by one at most.
    if (count > this.#most) this.#most = count
    else if (!this.#buckets.has(this.#most)) this.#most = Math.max(0, this.#most - 1)
  }

  #enterBucket(sender: Sender<Connection>, count: number): void {
    const known = this.#buckets.get(count)
    const bucket = known ?? { withWaiting: new Set(), allAnswered: new Set() }
    this.#buckets.set(count, bucket)
    const half = sender.waiting.size > 0 ? bucket.withWaiting : bucket.allAnswered
    half.add(sender)
  }

  #leaveBucket(sender: Sender<Connection>): void {
    const count = countOf(sender)
    const bucket = this.#buckets.get(count)
    if (bucket === undefined) return
    bucket.withWaiting.delete(sender)
    bucket.allAnswered.delete(sender)
    if (bucket.withWaiting.size + bucket.allAnswered.size === 0) this.#buckets.delete(count)
  }
}

function countOf<Connection>({ waiting, answered }: Sender<Connection>): number {
  return waiting.size + answered.size
}
