/** What a program has started, to be closed in reverse order, once, whoever asks. */
export class Started {
  readonly #closers: (() => Promise<unknown>)[] = []
  #closing: Promise<void> | null = null

  get isClosing(): boolean {
    return this.#closing !== null
  }

  /** Keeps what has been started, with how it is closed; closed at once when all is closing. */
  add<T>(thing: T, close: (thing: T) => Promise<unknown>): T {
    this.#closers.push(() => close(thing))
    return thing
  }

  /** Closes everything, also after one that could not be closed. @throws its error, at the end */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll()
    return this.#closing
  }

  async #closeAll(): Promise<void> {
    const failures: unknown[] = []
    for (let close = this.#closers.pop(); close; close = this.#closers.pop())
      await close().catch((error: unknown) => failures.push(error))
    if (failures.length > 0) throw failures[0]
  }
}
