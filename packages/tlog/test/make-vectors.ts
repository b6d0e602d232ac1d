/**
 * Writes `vectors/*.json`: `npm run vectors -w packages/tlog`. Keys follow from names, so the files
 * change only when the formats do.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { addCheckpointVectors, receiptVectors } from './vectors-of-exchanges.ts'
import { base64Vectors, decimalVectors, pathVectors, treeVectors } from './vectors-of-encodings.ts'
import { checkpointVectors, noteVectors, policyVectors } from './vectors-of-notes.ts'

const files = {
  base64: base64Vectors(),
  decimal: decimalVectors(),
  'tile-path': pathVectors(),
  tree: await treeVectors(),
  checkpoint: checkpointVectors(),
  'signed-note': await noteVectors(),
  policy: policyVectors(),
  receipt: await receiptVectors(),
  'add-checkpoint': await addCheckpointVectors(),
}

for (const [name, content] of Object.entries(files)) {
  const path = fileURLToPath(new URL(`../vectors/${name}.json`, import.meta.url))
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)
}
