import fs from 'node:fs'
import path from 'node:path'

const screens = /^apps\/web\/src\/(ui|features)\//
const tests = /\.test\.tsx?$|\/test-/

/** Ways past the contract, by what gives them away. */
const ways = [
  { way: 'fetch', pattern: /(?<![.\w])fetch\(/ },
  { way: 'XMLHttpRequest', pattern: /XMLHttpRequest|sendBeacon/ },
  { way: 'a path put together', pattern: /`\/api\/[^`]*\$\{/ },
  { way: 'send', pattern: /import \{[^}]*\bsend\b[^}]*\} from '[^']*\/app\/api\.ts'/ },
  {
    way: 'a key of one’s own',
    pattern: /import \{[^}]*\bget\b[^}]*\} from '[^']*\/app\/api\.ts'[^]*queryKey: \['/,
  },
]

/**
 * Screens ask the server by the calls that the contract types, and components not at all.
 *
 * @param {string} base a checkout, or a copy of one
 * @param {readonly string[]} files its modules
 * @returns {{ file: string, way: string }[]} who goes past the typed calls, and how
 */
export function untypedCalls(base, files) {
  return files
    .filter((file) => screens.test(file) && !tests.test(file))
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(base, file), 'utf8')
      return ways.filter(({ pattern }) => pattern.test(text)).map(({ way }) => ({ file, way }))
    })
}
