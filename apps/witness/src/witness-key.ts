import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  TlogError,
  createVerifierKey,
  formatSignerSeed,
  parseSignerSeed,
  type Signer,
} from '@azalea/tlog'
import { writeDurably } from './durable-file.ts'
import { ed25519FromSeed, nodeSuite } from './ed25519.ts'
import { WitnessError } from './errors.ts'

export const KEY_FILE = 'witness.key'

/**
 * Opens the witness's key, and makes one on the first start: a random Ed25519 seed, in a file that
 * only its owner may read.
 *
 * @throws WitnessError `bad_key`
 */
export async function openWitnessKey(
  stateDir: string,
  name: string,
  hasState: boolean,
): Promise<Signer> {
  const existing = await readWitnessKey(stateDir, name)
  if (existing !== undefined) return existing
  const path = join(stateDir, KEY_FILE)
  if (hasState) {
    throw new WitnessError(
      'bad_key',
      `${path} is gone, but checkpoints were cosigned with it. Put it back; or, to begin as a new witness, choose another state directory.`,
    )
  }
  const seed = new Uint8Array(randomBytes(32))
  const signer = signerOf(seed, name)
  await writeDurably(path, `${formatSignerSeed(signer.key, seed)}\n`, 0o600)
  return signer
}

/** The key that exists already; undefined when there is none. @throws WitnessError `bad_key` */
export async function readWitnessKey(stateDir: string, name: string): Promise<Signer | undefined> {
  const path = join(stateDir, KEY_FILE)
  const written = await readKeyFile(path)
  return written === undefined ? undefined : signerFrom(written, name, path)
}

async function readKeyFile(path: string): Promise<string | undefined> {
  try {
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new WitnessError('bad_key', `others can read ${path}: chmod 600 it, or make a new key`)
    }
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function signerFrom(written: string, name: string, path: string): Signer {
  try {
    const { name: keyName, keyId, type, seed } = parseSignerSeed(written.replace(/\n$/, ''))
    if (keyName !== name) {
      throw new WitnessError(
        'bad_key',
        `${path} is the key of ${keyName}, but the configuration says ${name}`,
      )
    }
    const signer = signerOf(seed, name)
    if (type !== signer.key.type || keyId !== signer.key.keyId) {
      throw new TlogError('malformed', 'its ID does not belong to it')
    }
    return signer
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    throw new WitnessError('bad_key', `${path} is not a witness key: ${error.message}`)
  }
}

function signerOf(seed: Uint8Array, name: string): Signer {
  const { publicKey, sign } = ed25519FromSeed(seed)
  try {
    const type = 'ed25519_cosignature'
    return { key: createVerifierKey(nodeSuite.sha256, { name, type, publicKey }), sign }
  } catch (error) {
    if (!(error instanceof TlogError)) throw error
    throw new WitnessError('bad_config', `"name": ${error.message}`)
  }
}
