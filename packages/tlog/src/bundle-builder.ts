import { checkEntry, decodeEntryBundle, encodeEntryBundle } from './entry-bundle.ts'
import { TILE_WIDTH, type BundleAddress } from './tile-address.ts'

/** An entry bundle and its bytes. */
export interface EntryBundle extends BundleAddress {
  bytes: Uint8Array
}

/**
 * The entry bundles of an append-only log, beside its `TreeBuilder`: keeps the entries of the
 * unfinished bundle and the finished bundles not yet taken.
 */
export class BundleBuilder {
  #open: Uint8Array[] = []
  #takenWidth = 0
  #finished: EntryBundle[] = []
  #index = 0

  /**
   * Continues a log of `size` entries; `lastBundle` are the bytes of its partial bundle, if it has
   * one.
   *
   * @throws TlogError `malformed` when `lastBundle` does not hold `size mod 256` entries
   */
  static resume(size: number, lastBundle: Uint8Array = new Uint8Array(0)): BundleBuilder {
    const builder = new BundleBuilder()
    builder.#index = Math.floor(size / TILE_WIDTH)
    builder.#open = decodeEntryBundle(lastBundle, size % TILE_WIDTH)
    builder.#takenWidth = builder.#open.length
    return builder
  }

  /** Appends an entry (kept by reference). @throws TlogError `out_of_range` when it is too long */
  append(entry: Uint8Array): void {
    checkEntry(entry)
    this.#open.push(entry)
    if (this.#open.length < TILE_WIDTH) return
    const bytes = encodeEntryBundle(this.#open)
    this.#finished.push({ index: this.#index, width: TILE_WIDTH, bytes })
    this.#index++
    this.#open = []
    this.#takenWidth = 0
  }

  /** Takes the bundles that the log got since the last call; the last may be partial. */
  takeBundles(): EntryBundle[] {
    const bundles = this.#finished
    this.#finished = []
    const width = this.#open.length
    if (width !== this.#takenWidth) {
      bundles.push({ index: this.#index, width, bytes: encodeEntryBundle(this.#open) })
      this.#takenWidth = width
    }
    return bundles
  }
}
