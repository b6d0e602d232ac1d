import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildMiniprogram } from '../build-app.mjs'

/** WeChat takes 2 MB; ours opens on a slow telephone. */
const MOST_BYTES = 500_000

const source = path.join(import.meta.dirname, '../src')
let folder: string
let files: string[]
beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'azalea-miniprogram-'))
  await buildMiniprogram({ outdir: folder, server: 'https://book.example', appId: 'wx01' })
  files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}, 60_000)
afterAll(() => fs.rmSync(folder, { recursive: true }))

const readJson = (file: string) => JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8'))

describe('the package', () => {
  it('is small enough', () => {
    const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
  })

  it('has every page with its four files, and lists every page that there is', () => {
    const { pages } = readJson('app.json') as { pages: string[] }
    for (const page of pages)
      for (const kind of ['js', 'json', 'wxml', 'wxss'])
        expect(fs.existsSync(path.join(folder, `${page}.${kind}`)), `${page}.${kind}`).toBe(true)
    const present = files
      .map((file) => path.relative(folder, file))
      .filter((file) => file.startsWith('pages/') && file.endsWith('.wxml'))
    expect(new Set(present.map((file) => file.replace('.wxml', '')))).toEqual(new Set(pages))
    expect(pages[0]).toBe('pages/home/home')
  })

  it('has every component that a page uses', () => {
    for (const file of files.filter((one) => one.endsWith('.json'))) {
      const { usingComponents = {} } = readJson(path.relative(folder, file)) as {
        usingComponents?: Record<string, string>
      }
      for (const place of Object.values(usingComponents))
        expect(readJson(`${place}.json`)).toMatchObject({ component: true })
    }
  })

  it('declares that privacy is asked for, and loads only what a page needs', () => {
    expect(readJson('app.json')).toMatchObject({
      __usePrivacyCheck__: true,
      lazyCodeLoading: 'requiredComponents',
      sitemapLocation: 'sitemap.json',
    })
    expect(readJson('project.config.json')).toMatchObject({ appid: 'wx01' })
  })

  it('uses no interface of WeChat that its privacy statement would have to name', () => {
    const named =
      /wx\.(getLocation|getFuzzyLocation|chooseLocation|choosePoi|chooseAddress|chooseMedia|chooseImage|chooseMessageFile|getUserProfile|getUserInfo|getWeRunData|getClipboardData|setClipboardData|startRecord|getRecorderManager|saveImageToPhotosAlbum|addPhone\w+|openBluetoothAdapter|createCameraContext)|open-type="(getPhoneNumber|chooseAvatar)"/
    for (const file of files) expect(fs.readFileSync(file, 'utf8'), file).not.toMatch(named)
    // So there is nothing to list: the field takes interfaces of location only.
    expect(readJson('app.json')).not.toHaveProperty('requiredPrivateInfos')
  })

  it('holds one core, and one session in it', () => {
    const holders = files.filter(
      (file) => file.endsWith('.js') && fs.readFileSync(file, 'utf8').includes('/api/wechat/bind'),
    )
    expect(holders.map((file) => path.relative(folder, file))).toEqual(['core/index.js'])
  })

  it('knows no browser and no Node', () => {
    const foreign =
      /(?<![\w.$])(document|localStorage|navigator|XMLHttpRequest|process|Buffer)\.|\bnew (URL|TextEncoder|Headers)\(|(?<![\w.$])fetch\(/
    for (const file of files.filter((one) => one.endsWith('.js')))
      expect(foreign.exec(fs.readFileSync(file, 'utf8'))?.[0], file).toBeUndefined()
  })
})

it('each text that a page reads is among those that it takes, in both languages', () => {
  for (const file of files.filter((one) => one.endsWith('.wxml'))) {
    const read = [...fs.readFileSync(file, 'utf8').matchAll(/screen\.t\.(\w+)/g)].map(
      ([, key]) => key ?? '',
    )
    if (read.length === 0) continue
    const place = path.join(source, path.relative(folder, file))
    const known = new Set(['loading', 'retry', ...textsTakenBy(place.replace('.wxml', '.ts'))])
    expect(
      read.filter((key) => !known.has(key)),
      file,
    ).toEqual([])
  }
})

/**
 * The keys that `texts(…)` takes; of a catalogue of the page's own all. That they are there, in both
 * languages, holds the compiler.
 */
function textsTakenBy(script: string): string[] {
  const taken = fs.readFileSync(script, 'utf8').matchAll(/\btexts\(\w+(?:,\s*\[([^\]]*)\])?\)/g)
  const own = path.join(path.dirname(script), 'messages.ts')
  return [...taken].flatMap(([, keys]) =>
    keys === undefined
      ? [...fs.readFileSync(own, 'utf8').matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key ?? '')
      : [...keys.matchAll(/'(\w+)'/g)].map(([, key]) => key ?? ''),
  )
}

it('says nothing of its own that the core or the web says: what two clients say, the core says', () => {
  const others = ['packages/client/src', 'apps/web/src/app', 'apps/web/src/features']
    .map((place) => path.join(source, '../../..', place))
    .flatMap((place) => sourcesIn(place, 'messages.ts'))
  const said = new Map(others.flatMap((file) => linesOf(file).map((text) => [text, file])))
  const own = sourcesIn(source, 'messages.ts')
  expect(own.length).toBeGreaterThan(3)
  for (const file of own)
    for (const text of linesOf(file)) expect(said.get(text), `${file}: ${text}`).toBeUndefined()
})

function sourcesIn(place: string, ending: string): string[] {
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** The Chinese texts of more than a word. */
function linesOf(file: string): string[] {
  const [zh = ''] = fs.readFileSync(file, 'utf8').split('\n  en: {')
  return [...zh.matchAll(/'([^'\n]{4,})',?$/gm)]
    .map(([, text]) => text ?? '')
    .filter((text) => /[一-龥]/.test(text))
}
