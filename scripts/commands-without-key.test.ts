import { expect, it } from 'vitest'
import openApi from '../apps/server/openapi.json' with { type: 'json' }
import { unkept } from '../apps/web/src/app/ask-once-more.ts'

interface Operations {
  readonly post?: { readonly 'x-access': unknown }
}

/** Who may ask for these is nobody whose answers the server keeps under a key. */
const withoutKey = new Set(['public', 'signed_in'])

it('the browser never sends a command twice whose key the server does not keep', () => {
  const paths: Readonly<Record<string, object>> = openApi.paths
  const operations = Object.entries(paths as Record<string, Operations>)
  const commands = operations.filter(([, { post }]) => post !== undefined)
  const known = commands.filter(([path]) => unkept.test(path)).map(([path]) => path)
  expect(known.length).toBeGreaterThan(0)
  expect(known).toEqual(
    commands
      .filter(([, { post }]) => withoutKey.has(String(post?.['x-access'])))
      .map(([path]) => path),
  )
})
