import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

it('goes on when nobody reads any more what it says', { timeout: 90_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'azalea-witness-unheard-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [config, port] = [join(folder, 'witness.json'), await freePort()]
  const vkey = 'village.example/log+5f105360+ASljP1hctjKCe+ZK98CopmWeJpoq39IOG7yhHT3LnDnO'
  const settings = { name: 'witness.example/unheard', stateDir: 'state', listen: { port } }
  await writeFile(config, JSON.stringify({ ...settings, logs: [{ vkeys: [vkey] }] }))
  const main = fileURLToPath(new URL('main.ts', import.meta.url))
  const args = ['--import', 'tsx', main, '--config', config]
  const witness = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void witness.kill('SIGKILL'))
  witness.stdout.destroy()
  witness.stderr.destroy()
  const address = `http://127.0.0.1:${port}/`
  const about = () => fetch(address).then((answer) => answer.text(), String)
  await expect.poll(about, { timeout: 60_000, interval: 200 }).toContain('unheard')
  for (let no = 0; no < 3; no++) {
    const refused = await fetch(`${address}add-checkpoint`, { method: 'POST', body: 'x' })
    expect(refused.status).toBe(400)
  }
  expect(await about()).toContain('unheard')
  expect(witness.exitCode).toBeNull()
})
