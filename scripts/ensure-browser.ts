import { findBrowser } from '../test/browser.ts'

const { executablePath, source } = await findBrowser()
console.log(`[setup] Chromium for the journeys: ${executablePath} (${source})`)
