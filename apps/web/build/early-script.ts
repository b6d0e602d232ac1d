import { readFile } from 'node:fs/promises'
import { minify, transformWithOxc, type Plugin } from 'vite'
import { filesOf } from './chunks.ts'

/**
 * Puts the script of `sourcePath` into the page's head, first of all, with the names of the files
 * that each screen needs: `screens` names their modules by the end of their path.
 */
export function earlyScript(
  sourcePath: string,
  screens: Readonly<Record<string, readonly string[]>>,
): Plugin {
  return {
    name: 'azalea:early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        if (bundle === undefined) throw new Error('The early script needs the finished bundle')
        const names = Object.entries(screens).map(([screen, modules]) => [
          screen,
          filesOf(bundle, modules).map((name) => `./${name}`),
        ])
        const table = JSON.stringify(Object.fromEntries(names))
        const source = await readFile(sourcePath, 'utf8')
        const { code } = await transformWithOxc(source, sourcePath, { target: 'es2020' })
        const whole = `{const SCREENS=${table};${code}}`
        const script = (await minify('early.js', whole)).code
        // Behind the entry, which a browser shall ask for first, and before the styles, for which an
        // inline script would wait.
        return html.replace(
          /<script type="module"[^>]*><\/script>/,
          (entry) => `${entry}\n    <script>${script}</script>`,
        )
      },
    },
  }
}
