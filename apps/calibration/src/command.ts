import { decodeText } from '@azalea/text'
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { UserError } from './user-error.ts'

/**
 * The frame of both commands: `<verb> --in FILE --out FILE`. Exits 0 when done, 1 when the input is
 * wrong, 2 when the command is.
 */
export async function runCommand(
  verb: string,
  usage: string,
  work: (input: string, output: string) => Promise<string>,
): Promise<void> {
  const files = readArguments(verb)
  if (files === 'help') {
    process.stdout.write(`${usage}\n`)
    return
  }
  if (typeof files === 'string') {
    process.stderr.write(`${files}\n\n${usage}\n`)
    process.exitCode = 2
    return
  }
  try {
    process.stderr.write(`${await work(files.input, files.output)}\n`)
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  }
}

function readArguments(verb: string): { input: string; output: string } | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        in: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help === true) return 'help'
    if (positionals.length !== 1 || positionals[0] !== verb) return `The command is “${verb}”.`
    if (values.in === undefined || values.out === undefined)
      return 'Both --in and --out are needed.'
    return { input: values.in, output: values.out }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof UserError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const { code } = error
  const path = 'path' in error ? String(error.path) : 'The file'
  if (code === 'ENOENT') return `${path}: there is no such file or folder.`
  if (code === 'EACCES' || code === 'EPERM') return `${path}: no permission.`
  if (code === 'EISDIR') return `${path}: is a folder, not a file.`
  if (code === 'ENOSPC') return 'The disk is full.'
  if (code === 'EPIPE') return 'Whoever read the result stopped reading.'
  return undefined
}

/** A whole file as text, without its byte-order mark. */
export async function readText(file: string): Promise<string> {
  const text = decodeText(await readBytes(file))
  if (text === null) throw noText(file)
  return text
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await fs.promises.readFile(file)
  } catch (error) {
    // Reading a folder tells no path.
    if (error instanceof Error && !('path' in error)) Object.assign(error, { path: file })
    throw error
  }
}

export function noText(file: string): UserError {
  return new UserError(`${file} is not a text in UTF-8, UTF-16 or GB18030.`)
}

/**
 * Writes a file part by part under another name and renames it: whoever reads it sees the old file or
 * the whole new one. A link or a device, such as /dev/stdout, stays what it is and is written to.
 */
export async function writeWhole(file: string, parts: Iterable<string>): Promise<void> {
  const existing = fs.lstatSync(file, { throwIfNoEntry: false })
  if (existing?.isDirectory() === true) throw new UserError(`${file}: is a folder, not a file.`)
  const isReplaced = existing === undefined || existing.isFile()
  const aside = isReplaced ? `${file}.${process.pid}.part` : file
  const handle = await openFor(file, aside)
  try {
    for (const part of parts) await handle.appendFile(part)
  } catch (error) {
    await handle.close()
    if (isReplaced) fs.rmSync(aside, { force: true })
    throw error
  }
  await handle.close()
  if (isReplaced) fs.renameSync(aside, file)
}

async function openFor(file: string, aside: string): Promise<fs.promises.FileHandle> {
  try {
    return await fs.promises.open(aside, 'w')
  } catch (error) {
    if (error instanceof Error) Object.assign(error, { path: file })
    throw error
  }
}
