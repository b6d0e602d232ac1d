import type { LeafOfKind } from '@azalea/records'
import { boardBytes, type BoardKind } from '@azalea/scoring'
import { addCivilDays } from '@azalea/text'
import { fieldsOf, integerOf, listOf, parseDocument, textOf, type Fields } from '../documents.ts'
import { sha256Text } from '../suite.ts'
import { boardPeriods } from './accounts.ts'
import type { StateParts } from './parts.ts'

type Statement = LeafOfKind<'day.closed'>
type StatedSum =
  | 'records'
  | 'recordsOfDay'
  | 'awardedHundredths'
  | 'reversedHundredths'
  | 'spentHundredths'

/** `day.closed`: everything that it says of the day before is recomputed from the entries. */
export async function checkStatement(
  village: StateParts,
  index: number,
  { at, public: told }: Statement,
): Promise<void> {
  const { day } = told
  const { accounts, findings } = village
  village.tally.statements += 1
  if (addCivilDays(day, 1) !== at || at !== accounts.today) {
    findings.add('statement_wrong', index, `it is of ${at} and speaks of ${day}`)
    return
  }
  if (!village.close(day)) findings.add('statement_wrong', index, `${day} was closed before`)
  village.spotChecks.closeDay(village, index, day)
  village.reports.closeDay(village, index)
  village.wallets.closeDay(village, index)
  const says = (name: StatedSum, isSo: number) => {
    if (told[name] !== isSo)
      findings.add(
        'statement_wrong',
        index,
        `${name}: it says ${told[name]}, the log holds ${isSo}`,
      )
  }
  says('records', accounts.records)
  says('recordsOfDay', accounts.recordsOf(day))
  says('awardedHundredths', accounts.awardedHundredths)
  says('reversedHundredths', accounts.reversedHundredths)
  checkUncounted(village, index, told.uncountedHundredths)
  says('spentHundredths', accounts.spentHundredths)
  const sheet = village.sheets.inForceOn(day)?.hash ?? null
  if (told.sheet !== sheet)
    findings.add('statement_wrong', index, `on ${day} sheet ${sheet} was in force`)
  const groups = await checkHouseholds(village, index, day, told.households)
  if (groups !== null) checkBoards(village, index, day, told.boards, groups)
}

/** Points for rating enter later; what of them waits follows from the ratings before. */
function checkUncounted({ accounts, findings }: StateParts, index: number, said: number): void {
  const { leastHundredths: least, mostHundredths: most } = accounts.uncounted
  if (least <= said && said <= most) return
  const isSo = least === most ? String(most) : `between ${least} and ${most}`
  findings.add(
    'statement_wrong',
    index,
    `uncountedHundredths: it says ${said}, the ratings before come to ${isSo}`,
  )
}

/** Compares every household's honour; gives the groups that the boards were made with. */
async function checkHouseholds(
  village: StateParts,
  index: number,
  day: string,
  hash: string,
): Promise<Map<string, number> | null> {
  const { accounts, findings } = village
  const text = await village.readDocument(hash, index)
  if (text === null) return null
  const details = fieldsOf(parseDocument(text), 'the details')
  const honour = accounts.households()
  const groups = new Map<string, number>()
  const lines = listOf(details, 'households').map((line) => fieldsOf(line, 'a household'))
  if (JSON.stringify(details) !== text || textOf(details, 'day') !== day)
    findings.add('statement_wrong', index, 'its details are not those of the day')
  for (const line of lines) {
    const household = textOf(line, 'household')
    groups.set(household, integerOf(line, 'group'))
    compareHousehold(village, index, line, honour.get(household))
    honour.delete(household)
  }
  for (const [household, hundredths] of honour)
    findings.add('honour_wrong', index, `household ${household} is missing; it has ${hundredths}`)
  return groups
}

function compareHousehold(
  village: StateParts,
  index: number,
  line: Fields,
  honour: number | undefined,
) {
  const household = textOf(line, 'household')
  const said = integerOf(line, 'honourHundredths')
  village.tally.balances += 1
  if (honour === undefined && said !== 0)
    village.findings.add('honour_wrong', index, `the log knows no household ${household}`)
  else if (said !== (honour ?? 0))
    village.findings.add(
      'honour_wrong',
      index,
      `household ${household}: it says ${said}, the log's awards sum to ${honour}`,
    )
  checkWallet(village, index, line, honour ?? 0)
  if (line['joined'] !== village.accounts.isJoined(household))
    village.findings.add('honour_wrong', index, `household ${household}: joined is not as logged`)
}

/** What a household may spend: its honour as the log holds it, what else it was given, less what it spent. */
function checkWallet(
  { accounts, findings }: StateParts,
  index: number,
  line: Fields,
  honour: number,
) {
  const household = textOf(line, 'household')
  const said = integerOf(line, 'walletHundredths')
  const isSo = honour + accounts.grantedTo(household) - accounts.spentBy(household)
  if (said !== isSo)
    findings.add('wallet_wrong', index, `household ${household}: it says ${said}, it is ${isSo}`)
}

function checkBoards(
  village: StateParts,
  index: number,
  day: string,
  hashes: Statement['public']['boards'],
  groups: ReadonlyMap<string, number>,
): void {
  for (const period of boardPeriods)
    for (const [board, lines] of Object.entries(village.accounts.boards(period, day, groups))) {
      const name = `${period}/${board as BoardKind}` as const
      village.tally.boards += 1
      if (hashes[name] !== sha256Text(boardBytes(lines), 'base64url'))
        village.findings.add('board_wrong', index, `board ${name} of ${day} is another one`)
    }
}
