import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { readConfig } from './config.ts'
import { WitnessError } from './errors.ts'
import { showVerifierKey, startWitness } from './witness.ts'

// An old laptop has little memory, and the witness waits for its disk, not for its processor:
// without the optimizing compiler it stays 8 MB smaller and is no slower.
setFlagsFromString('--no-opt')

const USAGE = `azalea-witness --config witness.json [--show-key | --with-parent]

Cosigns the checkpoints of the logs in witness.json, each only if it extends the one before.

  --config FILE   the configuration (needed)
  --show-key      print the witness's vkey and end; makes the key on the first call
  --with-parent   end when the process that started this one is gone
  --help          print this

witness.json:
  {
    "name": "witness.example/committee",
    "listen": { "host": "127.0.0.1", "port": 7380 },
    "stateDir": "witness-state",
    "logs": [{ "origin": "example.com/log", "vkeys": ["example.com/log+…"] }]
  }
`

// Whoever reads what it says may stop, or the disk of its log be full: it goes on cosigning.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const print = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      'show-key': { type: 'boolean' },
      'with-parent': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help || values.config === undefined) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  const config = await readConfig(values.config)
  if (values['show-key']) {
    print(await showVerifierKey(config))
    return 0
  }
  const report = (line: string) => process.stderr.write(`${new Date().toISOString()} ${line}\n`)
  const witness = await startWitness(config, { report })
  const { length: logs } = config.logs
  print(`witness ${config.name} for ${logs} ${logs === 1 ? 'log' : 'logs'} at ${witness.url}`)
  print(`vkey ${witness.vkey}`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
    if (values['with-parent']) void parentGone().then(resolve)
  })
  await witness.stop()
  return 0
}

/** A child is not told when its parent dies, but gets another one. */
function parentGone(): Promise<void> {
  const parent = process.ppid
  return new Promise((resolve) => {
    const poll = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(poll)
      resolve()
    }, 500)
    poll.unref()
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  const expected =
    error instanceof WitnessError ||
    (error instanceof Error && 'code' in error && typeof error.code === 'string')
  process.stderr.write(`azalea-witness: ${expected ? error.message : String(error)}\n`)
  process.exitCode = 1
}
