// In a checkout: builds a program from its source and runs it, as `npm run build` does into a file.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))
/** Within the checkout, so that a package left out of the program is found. */
const folder = path.join(root, 'node_modules/.cache/azalea')

/** @param {URL} source the program's .ts file */
export async function runSource(source) {
  const name = path.basename(fileURLToPath(source), '.ts')
  const built = path.join(folder, `${name}.mjs`)
  const inputsFile = path.join(folder, `${name}.json`)
  if (!isFresh(built, inputsFile)) await build(fileURLToPath(source), built, inputsFile)
  await import(pathToFileURL(built).href)
}

/** Whether nothing that it was built from has changed since. */
function isFresh(built, inputsFile) {
  try {
    const since = fs.statSync(inputsFile).mtimeMs
    const inputs = JSON.parse(fs.readFileSync(inputsFile, 'utf8'))
    return (
      fs.existsSync(built) &&
      inputs.every((input) => fs.statSync(path.join(root, input)).mtimeMs < since)
    )
  } catch {
    return false
  }
}

async function build(entryPoint, built, inputsFile) {
  const { buildSync } = await import('esbuild')
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    metafile: true,
    external: ['sharp', 'pdfkit', 'fontkit'],
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  fs.mkdirSync(folder, { recursive: true })
  replace(built, outputFiles[0].contents)
  replace(inputsFile, JSON.stringify(Object.keys(metafile.inputs)))
}

/** Whole at once, since others may be reading it. */
function replace(file, contents) {
  const beside = `${file}.${process.pid}`
  fs.writeFileSync(beside, contents)
  fs.renameSync(beside, file)
}
