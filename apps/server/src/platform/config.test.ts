import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const wechatOf = (env: Record<string, string>) => readConfig(env, 'web').wechat

it('takes WeChat’s application and secret together, the secret from a file too', () => {
  const folder = mkdtempSync(join(tmpdir(), 'azalea-config-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'secret')
  writeFileSync(file, 'from a file\n')
  const app = { AZALEA_WECHAT_APP_ID: 'wx01' }
  expect(wechatOf({})).toBeNull()
  expect(wechatOf({ ...app, AZALEA_WECHAT_SECRET: 'told' })).toEqual({
    appId: 'wx01',
    secret: 'told',
    apiUrl: 'https://api.weixin.qq.com',
  })
  expect(wechatOf({ ...app, AZALEA_WECHAT_SECRET_FILE: file })?.secret).toBe('from a file')
})

it('refuses half of it, an unreadable file and no address, without telling the secret', () => {
  const app = { AZALEA_WECHAT_APP_ID: 'wx01' }
  const secret = { AZALEA_WECHAT_SECRET: 'told' }
  for (const env of [
    app,
    secret,
    { ...app, AZALEA_WECHAT_SECRET_FILE: '/nowhere/at/all' },
    { ...app, ...secret, AZALEA_WECHAT_API: 'no address' },
  ])
    try {
      wechatOf(env)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError)
      expect(String(error)).not.toContain('told')
    }
})

it('takes an address of map tiles, and refuses what is none', () => {
  const address = 'https://tiles.example.org/{z}/{x}/{y}.png'
  const read = (env: Record<string, string>) => readConfig(env, '/web').mapTiles
  expect(read({ AZALEA_MAP_TILES: address, AZALEA_MAP_TILES_CREDIT: '© Example' })).toEqual({
    address,
    credit: '© Example',
  })
  expect(read({})).toBeNull()
  expect(() => read({ AZALEA_MAP_TILES: 'https://tiles.example.org' })).toThrow('AZALEA_MAP_TILES')
})
