// What someone who knows the village could infer from its log alone: the figures of
// docs/threat-model.md. `npx tsx apps/audit/test/infer-from-log.ts <log URL or folder>`
import { parseLeaf, type KindName, type Leaf, type LeafOfKind } from '@azalea/records'
import { mondayOf } from '@azalea/text'
import { parseCheckpoint, parseNote, TreeBuilder } from '@azalea/tlog'
import { Findings } from '../src/findings.ts'
import { fieldsOf, integerOf, listOf } from '../src/documents.ts'
import { openLogSource } from '../src/log-source.ts'
import { readEntries } from '../src/read-entries.ts'
import { hasher } from '../src/suite.ts'
import { countBy, inferGifts, inferRedemptions, inferVouchers } from './infer-spending.ts'

const source = openLogSource(process.argv[2] ?? '')
const { size } = parseCheckpoint(parseNote(await source.read('checkpoint')).text)
const leaves = new Map<KindName, Leaf[]>()
for await (const entries of readEntries(source, new TreeBuilder(hasher), size, new Findings()))
  for (const { bytes } of entries) {
    const leaf = parseLeaf(bytes)
    const known = leaves.get(leaf.kind)
    if (known === undefined) leaves.set(leaf.kind, [leaf])
    else known.push(leaf)
  }
const leavesOf = <Kind extends KindName>(kind: Kind) =>
  (leaves.get(kind) ?? []) as LeafOfKind<Kind>[]
const of = <Kind extends KindName>(kind: Kind) =>
  leavesOf(kind).map((leaf) => leaf.public) as LeafOfKind<Kind>['public'][]
const print = (line: string) => process.stdout.write(`${line}\n`)
const share = (part: number, whole: number) =>
  `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`

/** How many of the things have a key that no other has. */
function alone(keys: readonly string[]): string {
  const seen = new Map<string, number>()
  for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1)
  return share(keys.filter((key) => seen.get(key) === 1).length, keys.length)
}

/** By 'pseudonym month', the weekly counts as one text. */
function fingerprints(
  rows: readonly { who: string; month: string; week: string; counts: string }[],
) {
  const prints = new Map<string, string[]>()
  for (const { who, month, week, counts } of rows) {
    const key = `${month} ${who}`
    prints.set(key, [...(prints.get(key) ?? []), `${week}:${counts}`])
  }
  return new Map([...prints].map(([key, weeks]) => [key, weeks.toSorted().join(' ')]))
}

/** Ratings of each rater, week by week of a month, as counted awards tell them. */
function ratersByWeek() {
  const days = new Map<string, number>()
  for (const fields of of('rating.given')) {
    const key = `${fields.rater} ${fields.day}`
    days.set(key, (days.get(key) ?? 0) + 1)
  }
  const weeks = new Map<string, number[]>()
  for (const [key, count] of days) {
    const [rater = '', day = ''] = key.split(' ')
    const id = `${rater} ${day.slice(0, 7)} ${mondayOf(day)}`
    weeks.set(id, [...(weeks.get(id) ?? []), count])
  }
  return [...weeks].map(([id, counts]) => {
    const [who = '', month = '', week = ''] = id.split(' ')
    return { who, month, week, counts: counts.toSorted((a, b) => b - a).join('+') }
  })
}

/** The same walks on the same days, each of one to eight ratings drawn at random (always the same). */
function diverseRaters() {
  let state = 7
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return 1 + Math.floor((state / 4_294_967_296) * 8)
  }
  return ratersByWeek().map((row) => {
    const counts = row.counts.split('+').map(draw)
    return { ...row, counts: counts.toSorted((a, b) => b - a).join('+') }
  })
}

const earners = fingerprints(
  of('award.counted').map((fields) => ({
    who: fields.earner,
    month: fields.month,
    week: fields.week,
    counts: fields.counts.join('+'),
  })),
)
const raters = fingerprints(ratersByWeek())
const groupBy = (prints: ReadonlyMap<string, string>) => {
  const groups = new Map<string, number>()
  for (const [key, text] of prints) {
    const id = `${key.slice(0, 7)} ${text}`
    groups.set(id, (groups.get(id) ?? 0) + 1)
  }
  return groups
}
const [earnersLike, ratersLike] = [groupBy(earners), groupBy(raters)]
const candidates = [...earners].map(([key, text]) => {
  const id = `${key.slice(0, 7)} ${text}`
  return { same: earnersLike.get(id) ?? 0, raters: ratersLike.get(id) ?? 0 }
})
const linked = candidates.filter((one) => one.same === 1 && one.raters === 1).length
const few = candidates.filter(({ raters: count }) => count > 0 && count <= 5).length
const sizes = candidates.map(({ raters: count }) => count).toSorted((a, b) => a - b)
print(`Counts alone link an earner of a month with one rater: ${share(linked, candidates.length)}`)
print(`… leave five raters or fewer: ${share(few, candidates.length)}`)
print(`… leave so many in the median: ${sizes[Math.floor(sizes.length / 2)] ?? 0}`)
const diverse = fingerprints(diverseRaters())
const diversePrints = [...diverse].map(([key, text]) => `${key.slice(0, 7)} ${text}`)
print(
  `With walks of one to eight ratings, months of a rater like no other: ${alone(diversePrints)}`,
)
print(
  `Ratings that were the only one of their subject on a day: ${alone(
    of('rating.given').map((fields) => `${fields.subject} ${fields.day}`),
  )}`,
)
const deeds = of('award.scored').map(({ item, input }) => `${input.occurredOn} ${item}`)
print(`Awards that are the only ones of their item and day: ${alone(deeds)}`)
const statement = of('day.closed').at(-1)
if (statement !== undefined) {
  const text = Buffer.from(await source.read(`document/${statement.households}`))
  const households = listOf(fieldsOf(JSON.parse(text.toString('utf8')), 'details'), 'households')
    .map((line) => fieldsOf(line, 'a household'))
    .filter((line) => line['joined'] === true && integerOf(line, 'honourHundredths') > 0)
  const keys = households.map(
    (line) => `${integerOf(line, 'group')} ${integerOf(line, 'honourHundredths')}`,
  )
  print(`Households alone with their group and points, as the public board shows: ${alone(keys)}`)
}

const weeks = of('wallet.counted').map(({ household, week, spentHundredths: hundredths }) => ({
  household,
  week,
  hundredths,
}))
const sheet = of('rule-sheet.adopted').at(-1)
if (sheet !== undefined && weeks.length > 0) {
  const text = Buffer.from(await source.read(`document/${sheet.sheet}`)).toString('utf8')
  const goods = listOf(fieldsOf(JSON.parse(text), 'the sheet'), 'goods')
    .map((good) => integerOf(fieldsOf(good, 'a good'), 'costHundredths'))
    .toSorted((a, b) => b - a)
  const issued = leavesOf('voucher.issued')
  const spent = leavesOf('voucher.spent')
  const log = { issued, spent, offered: leavesOf('voucher-kind.offered') }
  const { explained, certain, buyers } = inferVouchers(log, weeks, goods)
  const unique = explained.filter(({ sets }) => sets.length === 1)
  print(
    `Weeks of a household whose sum only one set of goods and vouchers comes to: ${share(unique.length, explained.length)}`,
  )
  print(
    `… whose sum no other household spent in that week: ${alone(
      explained.map(({ week, hundredths }) => `${week} ${hundredths}`),
    )}`,
  )
  const spenders = [...countBy(explained.map(({ week }) => week)).values()].toSorted(
    (a, b) => a - b,
  )
  print(
    `Households that spent in the same week: ${spenders.at(0)} to ${spenders.at(-1)}, ` +
      `${spenders[Math.floor(spenders.length / 2)]} in the median`,
  )
  print(`… in which a voucher must have been bought: ${share(certain.length, explained.length)}`)
  const found = buyers.filter((count) => count > 0).toSorted((a, b) => a - b)
  print(
    `Vouchers that only one household can have bought: ${share(found.filter((count) => count === 1).length, issued.length)}; ` +
      `${found[Math.floor(found.length / 2)] ?? 0} households in the median`,
  )
  const { aloneOnDay, aloneWithSum } = inferRedemptions(spent)
  print(`Redemptions that were the only one of a day: ${share(aloneOnDay, spent.length)}`)
  print(`… the only one of a day and sum: ${share(aloneWithSum, spent.length)}`)
  const households = of('household.joined').map(({ household }) => household)
  for (const giftsAWeek of [1, 5, 20]) {
    const { read, given } = inferGifts(weeks, households, giftsAWeek)
    print(`Gifts, ${giftsAWeek} a week, read off by their mirror: ${share(read, given)}`)
  }
}
