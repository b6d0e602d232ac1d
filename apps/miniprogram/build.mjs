// `npm run build -w apps/miniprogram`: dist/miniprogram, for AZALEA_SERVER and AZALEA_WECHAT_APP_ID.
import path from 'node:path'
import { buildMiniprogram } from './build-app.mjs'

const outdir = path.resolve(import.meta.dirname, '../../dist/miniprogram')
const server = (process.env['AZALEA_SERVER'] ?? 'http://localhost:8080').replace(/\/+$/, '')
const began = performance.now()
await buildMiniprogram({ outdir, server, appId: process.env['AZALEA_WECHAT_APP_ID'] })
const seconds = ((performance.now() - began) / 1000).toFixed(1)
process.stdout.write(`${outdir}, built in ${seconds} s\n`)
