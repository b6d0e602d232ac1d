import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(
  import.meta.dirname,
  '../src/modules/produce/partners/epcis/epcis-json-schema.json',
)
let compiled: ValidateFunction | null = null

/** What of a document is against the published JSON schema of EPCIS 2.0. */
export function schemaFaults(document: unknown): readonly string[] {
  compiled ??= compile()
  compiled(document)
  return (compiled.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  )
}

function compile(): ValidateFunction {
  // The schema is not ours: ajv's own stricter rules find fault with it.
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv, { mode: 'full' })
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object)
}
