import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHttp } from './server.ts'

const webDir = mkdtempSync(join(tmpdir(), 'azalea-assets-'))
let http: FastifyInstance

beforeAll(async () => {
  mkdirSync(join(webDir, 'assets'))
  writeFileSync(join(webDir, 'index.html'), '<!doctype html>')
  for (const name of ['page-1a2b.js', 'shrink-photo.worker-1a2b.js', 'page-1a2b.css'])
    writeFileSync(join(webDir, 'assets', name), '/* built */')
  http = await createHttp({
    sessions: { resolve: async () => null },
    webDir,
    publicUrl: 'http://localhost:8080',
    logFaults: false,
    limitRates: false,
    mapTiles: { address: 'https://tiles.example.org/{z}/{x}/{y}.png', credit: '' },
  })
})
afterAll(async () => {
  await http.close()
  rmSync(webDir, { recursive: true })
})

const policyOf = async (path: string) => {
  const answer = await http.inject(path)
  expect(answer.statusCode, path).toBe(200)
  return answer.headers['content-security-policy']
}

it('gives pages and workers a policy, and no other asset: a worker is held by its own alone', async () => {
  expect(await policyOf('/assets/shrink-photo.worker-1a2b.js')).toContain("script-src 'self'")
  expect(await policyOf('/assets/page-1a2b.js')).toBeUndefined()
  expect(await policyOf('/assets/page-1a2b.css')).toBeUndefined()
})

it('lets pages fetch pictures of the land from the host that was chosen, and from no other', async () => {
  expect(await policyOf('/')).toContain("img-src 'self' data: blob: https://tiles.example.org;")
})
