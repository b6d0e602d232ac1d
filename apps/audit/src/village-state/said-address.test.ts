import { describe, expect, it } from 'vitest'
import { Findings } from '../findings.ts'
import type { LogSource } from '../log-source.ts'
import { VillageState } from './village-state.ts'

const noSource: LogSource = { read: () => Promise.reject(new Error('nothing is read')) }

async function findingsOf(publicUrl: string | number): Promise<string[]> {
  const findings = new Findings()
  const leaf = {
    at: '2026-03-02',
    commitments: [],
    id: 'g3yXjfUljeBlyVMzgDX_Ww',
    kind: 'village.public-url-said',
    public: { publicUrl },
    v: 1,
    village: '330109102259',
  }
  await new VillageState(noSource, findings).enter(0, Buffer.from(JSON.stringify(leaf)))
  return findings.kept.map(({ detail }) => detail)
}

describe('where plates lead', () => {
  it('is an address that a telephone opens', async () => {
    expect(await findingsOf('https://village.example')).toEqual([])
    expect(await findingsOf('http://192.168.1.5:8080')).toEqual([])
  })

  it('is found wrong when it is none', async () => {
    for (const wrong of ['javascript:alert(1)', 'https://', 'village'])
      expect(await findingsOf(wrong)).toEqual([
        'village.public-url-said: /public/publicUrl is not a web address',
      ])
    expect(await findingsOf(5)).toHaveLength(1)
  })
})
