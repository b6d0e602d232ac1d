// After the web application is built: a .br and a .gz beside each file that gains by it, so that
// the server sends what took the best compression minutes ago and nothing while somebody waits.
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const gains = /\.(js|css|html|svg|json|webmanifest|wasm)$/
/** Smaller ones fit into a packet as they are. */
const fromBytes = 600

/** Compresses every file below `folder` that a browser would rather have small. */
export async function compressWeb(folder) {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && gains.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
  await Promise.all(files.map(compressFile))
}

async function compressFile(file) {
  const bytes = fs.readFileSync(file)
  if (bytes.length < fromBytes) return
  const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  fs.writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params: size }))
  fs.writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}
