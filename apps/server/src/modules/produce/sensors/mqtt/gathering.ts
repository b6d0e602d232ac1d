/** So long messages are gathered to be written together, unless enough have come. */
const GATHERED_MILLISECONDS = 1_000
/** Brokers send so many before the first is acknowledged (Mosquitto's `max_inflight_messages`). */
const ENOUGH = 20
/** So many wait here; what is beyond them waits at the broker. */
export const MOST_GATHERED = 1_000

/** What comes one by one and is taken together. */
export class Gathering<Item> {
  #items: Item[] = []
  #ended = false
  #onChange: () => void = () => undefined
  #onSpace: () => void = () => undefined

  /** Resolves once there is room for another. */
  async put(item: Item): Promise<void> {
    this.#items.push(item)
    this.#onChange()
    if (this.#items.length < MOST_GATHERED) return
    await new Promise<void>((resolve) => {
      this.#onSpace = resolve
    })
  }

  /** What has come, at once where it is enough; nothing once it was ended and all was taken. */
  async take(): Promise<readonly Item[]> {
    await this.#until(1, null)
    await this.#until(ENOUGH, GATHERED_MILLISECONDS)
    const items = this.#items
    this.#items = []
    this.#onSpace()
    return items
  }

  end(): void {
    this.#ended = true
    this.#onChange()
  }

  async #until(count: number, milliseconds: number | null): Promise<void> {
    const isOver = () => this.#ended || this.#items.length >= count
    if (isOver()) return
    await new Promise<void>((resolve) => {
      const timer = milliseconds === null ? null : setTimeout(resolve, milliseconds)
      this.#onChange = () => {
        if (!isOver()) return
        if (timer !== null) clearTimeout(timer)
        resolve()
      }
    })
  }
}
