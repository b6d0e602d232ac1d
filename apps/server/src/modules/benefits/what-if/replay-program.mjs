// In a checkout: builds replay-program.ts in memory and runs it, as `npm run build` does into a file.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('replay-program.ts', import.meta.url))],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
})
const [program] = outputFiles
await import(`data:text/javascript;base64,${Buffer.from(program.contents).toString('base64')}`)
