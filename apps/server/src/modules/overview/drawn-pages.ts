import { createHash } from 'node:crypto'

/** A village hangs up a handful of notices; each is asked for by everyone at once. */
const PAGES_KEPT = 32

/** What a drawn page says, as the name of its drawing: the same content is the same page. */
export function hashOfContent(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}

/**
 * Pages that were drawn lately, by the hash of their content. Whoever asks while one is being drawn
 * waits for that drawing; one that failed is drawn anew.
 */
export class DrawnPages {
  readonly #pages = new Map<string, Promise<Buffer>>()

  async of(content: string, draw: () => Promise<Buffer>): Promise<Buffer> {
    const page = this.#pages.get(content) ?? draw()
    this.#pages.delete(content)
    this.#pages.set(content, page)
    const [oldest] = this.#pages.keys()
    if (this.#pages.size > PAGES_KEPT && oldest !== undefined) this.#pages.delete(oldest)
    page.catch(() => this.#pages.delete(content))
    return page
  }
}
