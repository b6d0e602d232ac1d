// Runs before `npm start` and `npm test`: installs when the lockfile or Node changed, builds when
// sources changed (--build), makes sure of a Chromium (--browser). It runs before anything is
// installed, so neither it nor build-key.mjs imports anything but Node.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { buildKey, hash } from './build-key.mjs'

const root = path.resolve(import.meta.dirname, '..')
const installStamp = path.join(root, 'node_modules/.azalea-install')
const buildStamp = path.join(root, 'dist/.azalea-build')

process.chdir(root)
if (!isInstalled()) {
  console.log(
    '[setup] installing the dependencies (once per lockfile; the first time takes a while)',
  )
  // npm has been seen to give up on a busy registry; the second try finds most of it in its cache.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  if (!runNpm(args) && !runNpm(args)) fail('the dependencies could not be installed.')
  fs.writeFileSync(installStamp, installKey())
}
if (process.argv.includes('--build')) {
  const key = buildKey(root)
  if (readIfThere(buildStamp) !== key) {
    console.log('[setup] building')
    fs.rmSync(buildStamp, { force: true })
    if (!run(process.execPath, ['scripts/build.mjs'])) fail('the build failed.')
    fs.writeFileSync(buildStamp, key)
  }
}
if (process.argv.includes('--browser')) {
  if (!run(process.execPath, ['--import', 'tsx', 'scripts/ensure-browser.ts'])) {
    fail('there is no Chromium for the journeys. Install one, or name it in CHROMIUM_PATH.')
  }
}

/**
 * Installed by us from this lockfile, or by someone's `npm install` since: npm keeps a list of what
 * it put into node_modules, and a developer's tree is not to be torn down because it has no stamp.
 */
function isInstalled() {
  const stamp = readIfThere(installStamp)
  if (stamp === installKey()) return true
  if (stamp && !stamp.startsWith(platformKey())) return false
  const installedList = readIfThere(path.join(root, 'node_modules/.package-lock.json'))
  if (!installedList) return false
  const installed = JSON.parse(installedList).packages
  const wanted = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')).packages
  const isThere = ([place, { version, optional, devOptional, link }]) =>
    !place.includes('node_modules/') ||
    (installed[place]
      ? link || installed[place].version === version
      : optional === true || devOptional === true)
  if (!Object.entries(wanted).every(isThere)) return false
  fs.writeFileSync(installStamp, installKey())
  return true
}

function platformKey() {
  return `${process.platform} ${process.arch} ${process.version}\n`
}

function installKey() {
  return platformKey() + hash(fs.readFileSync('package-lock.json'))
}

function runNpm(args) {
  // npm tells its scripts where it is; a caller's NODE_ENV=production must not lose the build tools.
  const { NODE_ENV: _, ...env } = process.env
  return process.env.npm_execpath
    ? run(process.execPath, [process.env.npm_execpath, ...args], env)
    : run('npm', args, env)
}

function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env })
  if (error) console.error(`[setup] ${command}: ${error.message}`)
  return status === 0
}

function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
}

function fail(reason) {
  console.error(`[setup] ${reason}`)
  process.exit(1)
}
