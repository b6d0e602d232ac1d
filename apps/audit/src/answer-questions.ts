import { parseLeaf, UnreadableLeaf, type Leaf } from '@azalea/records'
import { equalBytes, TreeBuilder, type TreeHead } from '@azalea/tlog'
import type { KnownAward, OpenQuestion } from './village-state/awards.ts'
import { whyNotReversible } from './village-state/enter-award.ts'
import { Findings } from './findings.ts'
import type { LogSource } from './log-source.ts'
import { readEntries } from './read-entries.ts'
import { hasher } from './suite.ts'

/**
 * Looks for the awards that were taken back long after they had been entered, and were forgotten
 * meanwhile: by reading the log a second time, which needs memory for the questions only.
 */
export async function answerQuestions(
  source: LogSource,
  head: TreeHead,
  questions: readonly OpenQuestion[],
  findings: Findings,
): Promise<void> {
  if (questions.length === 0) return
  const wanted = new Map<string, KnownAward | null>(questions.map(({ award }) => [award, null]))
  const tree = new TreeBuilder(hasher)
  const again = new Findings()
  for await (const entries of readEntries(source, tree, head.size, again))
    for (const { bytes } of entries) find(bytes, wanted)
  if (again.total > 0 || !equalBytes(tree.root(), head.rootHash))
    findings.add('root_wrong', null, 'the log gave other bytes when it was read again')
  for (const question of questions) {
    const award = wanted.get(question.award) ?? null
    const why = award === null ? 'there is no such award' : whyNotReversible(award, question)
    if (why !== null) findings.add('award_out_of_order', question.index, why)
    if (award === null) continue
    award.takenBackHundredths += question.pointsHundredths
    if (!award.isCounted) award.state = 'reversed'
  }
}

const NAME = /"award":"([^"]+)"/

/** Keeps an award that was asked for, as its entries tell of it. */
function find(bytes: Uint8Array, wanted: Map<string, KnownAward | null>): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const name = NAME.exec(text)?.[1]
  if (name === undefined || !wanted.has(name)) return
  try {
    const leaf = parseLeaf(bytes)
    const known = wanted.get(name) ?? null
    if (leaf.kind === 'award.final' && known !== null) known.state = 'final'
    else if (known === null && isMaking(leaf)) wanted.set(name, awardOf(leaf))
  } catch (error) {
    if (!(error instanceof UnreadableLeaf)) throw error
  }
}

const making = ['award.scored', 'award.final', 'award.counted', 'award.repaired'] as const

type Making = Extract<Leaf, { readonly kind: (typeof making)[number] }>

function isMaking(leaf: Leaf): leaf is Making {
  return making.some((kind) => kind === leaf.kind)
}

function awardOf({ kind, at, public: told }: Making): KnownAward {
  return {
    award: told.award,
    deed: null,
    item: told.item,
    sheet: '',
    earner: told.earner,
    household: told.household,
    day: at,
    pointsHundredths: told.pointsHundredths,
    contendingHundredths: 0,
    countedOccurrences: 0,
    creditedQuantity: 0,
    isCounted: kind === 'award.counted',
    state: kind === 'award.scored' ? 'scored' : 'final',
    wasFinal: false,
    supersededBy: null,
    takenBackHundredths: 0,
    changedOn: at,
  }
}
