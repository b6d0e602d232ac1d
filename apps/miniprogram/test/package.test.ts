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
})
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

it('each text that a page reads is there, in both languages', () => {
  const common = textKeys(path.join(source, 'core/messages.ts'))
  const wxml = files.filter((file) => file.endsWith('.wxml'))
  for (const file of wxml) {
    const read = [...fs.readFileSync(file, 'utf8').matchAll(/screen\.t\.(\w+)/g)].map(
      ([, key]) => key,
    )
    const own = path.join(source, path.dirname(path.relative(folder, file)), 'messages.ts')
    if (read.length === 0) continue
    const known = new Set([...common, ...textKeys(own)])
    expect(
      read.filter((key) => !known.has(key ?? '')),
      file,
    ).toEqual([])
  }
})

/** The keys that stand in both languages; a missing one does not compile. */
function textKeys(file: string): string[] {
  const [, zh = ''] = fs.readFileSync(file, 'utf8').split(/\n {2}(?:zh|en): \{\n/)
  return [...zh.matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key ?? '')
}
