import { lazy, type ComponentType } from 'react'

/** The script of a page was not to be had: no network, or a newer build has taken its place. */
export class ScriptMissing extends Error {
  /** Lets the page be fetched anew when it is opened the next time; React remembers failures. */
  readonly forget: () => void

  constructor(cause: unknown, forget: () => void) {
    super('The script of this page could not be fetched', { cause })
    this.forget = forget
  }
}

/**
 * A page, or a part of one, in its own chunk:
 * `lazyPage(() => import('./me-page.tsx').then((m) => m.MePage))`. What cannot be fetched is thrown
 * as `ScriptMissing`.
 */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const fetched = () =>
    lazy(async () => {
      try {
        return { default: await load() }
      } catch (cause) {
        throw new ScriptMissing(cause, () => {
          Page = fetched()
        })
      }
    })
  let Page = fetched()
  return function LazyPage(props: Props) {
    return <Page {...props} />
  }
}
