// Writes what is generated and committed: the OpenAPI document of the server's route table, the client's
// types from it, and the tables of what stands in the log from its records. With --check nothing is
// written and a difference is an error.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { tsImport } from 'tsx/esm/api'
import { bundleServer } from './bundle-server.mjs'
import { root, run } from './stages.mjs'

const openApiFile = path.join(root, 'apps/server/openapi.json')
const logEntriesFile = path.join(root, 'docs/design/log-entries.md')
const typesFile = path.join(root, 'packages/client/src/openapi.d.ts')
const typesProgram = path.join(root, 'packages/client/node_modules/openapi-typescript/bin/cli.js')

// In the checkout, where what the server's bundle imports is found.
const scratch = fs.mkdtempSync(path.join(root, 'node_modules/.azalea-generate-'))
try {
  const generated = await generateInto(scratch)
  const upToDate = process.argv.includes('--check') ? compare(generated) : write(generated)
  if (!upToDate) process.exitCode = 1
} finally {
  fs.rmSync(scratch, { recursive: true, force: true })
}

async function generateInto(dir) {
  // Bundled first: to load its sources one by one takes several times as long.
  await bundleServer(['apps/server/src/openapi.ts'], dir)
  const { buildOpenApi } = await import(pathToFileURL(path.join(dir, 'openapi.mjs')).href)
  const openApi = path.join(dir, 'openapi.json')
  fs.writeFileSync(openApi, `${JSON.stringify(await buildOpenApi(), null, 2)}\n`)
  const types = path.join(dir, 'openapi.d.ts')
  if (!(await run(process.execPath, [typesProgram, openApi, '--output', types], { quiet: true }))) {
    throw new Error('The types of the API client could not be generated.')
  }
  const { logEntriesPage } = await tsImport('./log-entries.ts', import.meta.url)
  const logEntries = path.join(dir, 'log-entries.md')
  fs.writeFileSync(logEntries, await logEntriesPage(root))
  return [
    [logEntries, logEntriesFile],
    [openApi, openApiFile],
    [types, typesFile],
  ]
}

function write(generated) {
  for (const [fresh, committed] of generated) {
    fs.mkdirSync(path.dirname(committed), { recursive: true })
    fs.copyFileSync(fresh, committed)
  }
  return true
}

function compare(generated) {
  let upToDate = true
  for (const [fresh, committed] of generated) {
    const difference = firstDifference(fresh, committed)
    if (!difference) continue
    upToDate = false
    const name = path.relative(root, committed)
    console.error(`${name} is not what the sources generate (${difference}): npm run generate`)
  }
  return upToDate
}

function firstDifference(fresh, committed) {
  if (!fs.existsSync(committed)) return 'it does not exist'
  const [want, have] = [fresh, committed].map((file) => fs.readFileSync(file, 'utf8').split('\n'))
  const line = want.findIndex((text, index) => text !== have[index])
  if (line === -1) return want.length === have.length ? '' : `it goes on after line ${want.length}`
  return `line ${line + 1}: generated "${want[line].trim()}", committed "${(have[line] ?? '').trim()}"`
}
