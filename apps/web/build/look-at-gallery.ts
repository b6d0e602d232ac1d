// Photographs the component gallery and asks axe about it: `npx tsx apps/web/build/look-at-gallery.ts`.
//
// Pictures go to test-results/screens/gallery. Ends with a non-zero code when axe finds something,
// or when a page is wider than its screen.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { axeFaults } from '../../../test/axe.ts'
import { launchBrowser } from '../../../test/browser.ts'

const repository = join(import.meta.dirname, '../../..')
const siteDir = join(repository, 'test-results/gallery-site')
const screensDir = join(repository, 'test-results/screens/gallery')

interface Look {
  name: string
  width: number
  height: number
  settings?: { language?: 'en'; elder?: true; highContrast?: true }
  dark?: true
}

const looks: readonly Look[] = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'phone-en', width: 360, height: 740, settings: { language: 'en' } },
  { name: 'phone-dark', width: 360, height: 740, dark: true },
  { name: 'elder', width: 360, height: 740, settings: { elder: true } },
  { name: 'elder-en', width: 360, height: 740, settings: { elder: true, language: 'en' } },
  { name: 'contrast', width: 360, height: 740, settings: { highContrast: true } },
  {
    name: 'contrast-dark',
    width: 360,
    height: 740,
    settings: { highContrast: true },
    dark: true,
  },
  { name: 'desktop', width: 1280, height: 900 },
  { name: 'desktop-elder', width: 1280, height: 900, settings: { elder: true } },
  { name: 'wall', width: 1920, height: 1080 },
]

const session = {
  choices: null,
  session: {
    person: { personId: 'p', name: '王小明' },
    village: { villageId: '330109102259', name: '大石盖村', townName: '戴村镇' },
    roles: ['villager', 'committee'],
    household: null,
    villages: [],
  },
}

process.env['VITE_GALLERY'] = '1'
const configFile = join(import.meta.dirname, '../vite.config.ts')
await build({ configFile, logLevel: 'warn', build: { outDir: siteDir } })
const site = await preview({ configFile, build: { outDir: siteDir }, preview: { port: 0 } })
const browser = await launchBrowser()
await mkdir(screensDir, { recursive: true })
try {
  const faults: string[] = []
  for (const look of looks) faults.push(...(await lookAt(look)))
  process.stdout.write(faults.length === 0 ? 'nothing to mend\n' : `${faults.join('\n')}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  await browser.close()
  await site.close()
}

async function lookAt({ name, width, height, settings, dark }: Look): Promise<string[]> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: width < 500 ? 2 : 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  const kept = JSON.stringify(JSON.stringify(settings ?? {}))
  await context.addInitScript(`localStorage.setItem('azalea.settings', ${kept})`)
  await context.route('**/api/session', (route) => route.fulfill({ json: session }))
  const page = await context.newPage()
  await page.goto(`${site.resolvedUrls?.local[0] ?? ''}#/gallery`)
  await page.locator('.chart canvas').last().waitFor()
  await page.screenshot({ path: join(screensDir, `${name}.png`) })

  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  const faults = await axeFaults(page, undefined)
  await page.setViewportSize({ width, height: 6_000 })
  await page.screenshot({ path: join(screensDir, `${name}-whole.png`), fullPage: true })
  await context.close()
  return [
    ...(wider === 0 ? [] : [`${name}: ${String(wider)} px wider than the screen`]),
    ...faults.map((fault) => `${name}: ${fault}`),
  ]
}
