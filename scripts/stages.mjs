import { spawn } from 'node:child_process'
import path from 'node:path'

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..')

/**
 * Runs a program in the checkout and resolves to whether it succeeded.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] quiet: print its output only when
 *   it fails
 * @returns {Promise<boolean>}
 */
export async function run(command, args, { env = process.env, quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  const output = []
  child.stdout?.on('data', (data) => output.push(data))
  child.stderr?.on('data', (data) => output.push(data))
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.once('close', resolve)
  })
  if (code !== 0 && quiet) process.stdout.write(Buffer.concat(output))
  return code === 0
}

/** Runs a program that npm installed. */
export async function runInstalled(program, args, options) {
  return run(path.join(root, 'node_modules/.bin', program), args, options)
}

/** Announces a stage, runs it, and tells how it went and how long it took. */
export async function stage(name, work) {
  console.log(`\n▸ ${name}`)
  const began = performance.now()
  let succeeded = false
  try {
    succeeded = await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${succeeded ? '✓' : '✗'} ${name} (${seconds} s)`)
  return succeeded
}
