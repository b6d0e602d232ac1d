import type { KindName } from '@azalea/records'
import { adoptionJudge } from './adoption-judge.ts'
import { awardJudge } from './award-judge.ts'
import { breachReportJudge } from './breach-report-judge.ts'
import { communityJudge } from './community-judge.ts'
import { inputJudge } from './input-judge.ts'
import { landJudge } from './land-judge.ts'
import type { StateMemory } from '../parts.ts'
import type { Look } from './judge.ts'
import { marketJudge } from './market-judge.ts'
import { moneyJudge } from './money-judge.ts'
import { noticeJudge } from './notice-judge.ts'
import { objectionJudge } from './objection-judge.ts'
import { packJudge } from './pack-judge.ts'
import { participationJudge } from './participation-judge.ts'
import { queueJudge } from './queue-judge.ts'
import { ratingJudge } from './rating-judge.ts'
import { roundJudge } from './round-judge.ts'
import { ruleSheetJudge } from './rule-sheet-judge.ts'
import { shopJudge } from './shop-judge.ts'
import { spotCheckJudge } from './spot-check-judge.ts'
import { statementJudge } from './statement-judge.ts'
import { voucherJudge } from './voucher-judge.ts'
import { walletJudge } from './wallet-judge.ts'

/** How each part of the memory begins, by judge. What nobody keeps does not compile. */
export const memories: { readonly [Name in keyof StateMemory]: () => StateMemory[Name] } = {
  ...ruleSheetJudge.keeps,
  ...awardJudge.keeps,
  ...ratingJudge.keeps,
  ...noticeJudge.keeps,
  ...objectionJudge.keeps,
  ...breachReportJudge.keeps,
  ...spotCheckJudge.keeps,
  ...queueJudge.keeps,
  ...moneyJudge.keeps,
  ...shopJudge.keeps,
  ...voucherJudge.keeps,
  ...inputJudge.keeps,
  ...packJudge.keeps,
  ...marketJudge.keeps,
  ...adoptionJudge.keeps,
  ...landJudge.keeps,
  ...roundJudge.keeps,
  ...walletJudge.keeps,
  ...statementJudge.keeps,
  ...participationJudge.keeps,
  ...communityJudge.keeps,
}

/** Who looks at which kind. A kind that nobody looks at does not compile. */
export const looks: { readonly [Kind in KindName]: Look<Kind> } = {
  ...ruleSheetJudge.looksAt,
  ...awardJudge.looksAt,
  ...ratingJudge.looksAt,
  ...noticeJudge.looksAt,
  ...objectionJudge.looksAt,
  ...breachReportJudge.looksAt,
  ...spotCheckJudge.looksAt,
  ...queueJudge.looksAt,
  ...moneyJudge.looksAt,
  ...shopJudge.looksAt,
  ...voucherJudge.looksAt,
  ...inputJudge.looksAt,
  ...packJudge.looksAt,
  ...marketJudge.looksAt,
  ...adoptionJudge.looksAt,
  ...landJudge.looksAt,
  ...roundJudge.looksAt,
  ...walletJudge.looksAt,
  ...statementJudge.looksAt,
  ...participationJudge.looksAt,
  ...communityJudge.looksAt,
}
