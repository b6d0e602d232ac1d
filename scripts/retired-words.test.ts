import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Names that code once had; docs/GLOSSARY.md, “Names that changed”, says what stands for each. */
const retired: readonly RegExp[] = [
  /\blead-in\b/,
  /\bSurroundings\b/,
  /\bchores?\b/,
  /\b(UsageBook|RepairBook|BookParts|BookMemory)\b/,
  /\breportsModule\b|modules\/reports\//,
  /\b(joinRooms|\w+Room|RailRooms)\b|\/(rail-)?rooms?\.tsx?\b/,
  /\b(checkBooks|LedgerBooks|\w*SeenBook|RetiredBook|BookReport|verifyBook|openBook)\b|\bin_book/,
  /\b(tell(Claimer|Buyer|Heads|Supervisors|Households|Offices|Both|BothSides|Persons|Earners|Subject)|mayTell)\b/,
  /\b(holdShift|holdOffer|holdLog|holdRow)\b/,
  /\b(calibrateRatings|RatingCalibration|CalibratedStars|calibrateVillage)\b/,
  /\btold_by\b|\b(set|clear)Tales?|tale\.store|\bdeed: (Judged|Replay)Contribution/,
  /\b(ReplayDeed|UnjudgedDeed|AwardedDeed|scoreDeeds|CorrectedDeed)\b/,
]

const sources = execFileSync('git', ['ls-files', 'apps', 'packages', 'scripts', 'bench', 'test'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(tsx?|mjs|cjs|css)$/.test(file) && !file.includes('retired-words'))

it('no source has a name that was given up', () => {
  const found = sources.flatMap((file) => {
    const text = `${file}\n${readFileSync(root + file, 'utf8')}`
    return retired.filter((name) => name.test(text)).map((name) => `${file}: ${name.source}`)
  })
  expect(found).toEqual([])
  expect(sources.length).toBeGreaterThan(1000)
})
