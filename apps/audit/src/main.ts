import { setFlagsFromString } from 'node:v8'
import { NOT_AUDITED, runCommand } from './command.ts'

// What is kept grows with the accounts, not with the entries; without this, garbage would.
setFlagsFromString('--heap-growing-percent=25')

/** Whoever read the output may stop: then only what files are to tell is still worth the work. */
let isForFiles = false

for (const stream of [process.stdout, process.stderr])
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (isForFiles) return
    if (code !== 'EPIPE' && stream === process.stdout)
      process.stderr.write(`azalea-audit: ${message}\n`)
    process.exit(NOT_AUDITED)
  })

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  onOptions: ({ state, json, html }) => {
    isForFiles = [state, json, html].some((file) => file !== null)
  },
})
