import { civilDay, doorText, toLocalText } from '@azalea/text'
import type { OfferBrief } from '../../../benefits/index.ts'
import type { Village } from '../../../community/index.ts'
import type { BuyingRound, RoundTerms } from '../rounds/round.store.ts'
import { statementBytes } from './grower-statement.ts'
import type { RoundSettlement } from './settlement.store.ts'
import type { GrowerLine } from './work-out-settlement.ts'

interface Told {
  readonly settlement: RoundSettlement
  readonly round: BuyingRound
  readonly offer: OfferBrief | undefined
  readonly village: Village | null
  readonly terms: RoundTerms
  /** By which it is paid; null: nothing is. */
  readonly run: { readonly runId: string; readonly means: 'bank' | 'cash' } | null
  readonly now: Date
}

/** One grower's statement, weigh-in by weigh-in, as the bytes whose hash is settled. */
export function writeStatement(
  { household, account, weighIns, sum, settledFen, carriedFen, paidFen }: GrowerLine,
  { settlement, round, offer, village, terms, run, now }: Told,
): Buffer {
  const priceOf = new Map(terms.grades.map(({ grade, fen }) => [grade, fen]))
  return statementBytes({
    schema: 'azalea-grower-statement/1',
    settlement: settlement.settlementId,
    villageName: village?.name ?? '',
    roundTitle: offer?.titleZh ?? round.crop,
    roundTitleEn: offer?.titleEn ?? '',
    growerName: household.headName ?? household.houseNo,
    place: doorText(household, 'zh'),
    no: settlement.no,
    settledOn: civilDay(now),
    unit: round.priceUnit,
    lines: weighIns.map(({ weighedAt, lotNumber, grade, netGrams }, at) => ({
      no: at + 1,
      at: toLocalText(weighedAt),
      lotNumber: lotNumber ?? '',
      grade,
      netGrams,
      fen: priceOf.get(grade) ?? 0,
      amountFen: sum.amountsFen[at] ?? 0,
    })),
    deductions: terms.deductions.map(({ nameZh, nameEn }, at) => ({
      nameZh,
      nameEn: nameEn ?? '',
      amountFen: sum.deductedFen[at] ?? 0,
    })),
    roundFen: sum.netFen,
    settledFen,
    carriedFen,
    paidFen,
    run: run?.runId ?? '',
    means: run?.means ?? 'nothing',
    accountEnds: account?.accountNumber.slice(-4) ?? '',
  })
}
