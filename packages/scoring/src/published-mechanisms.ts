import { englishMonths } from '@azalea/text'
import { PublishedSheetError } from './published-reading.ts'
import type { PublishedSheet } from './published-reading.ts'
import type { Expiry, RuleItem, SheetPolicies, WalletPolicy } from './rule-sheet.ts'

/** What the notes of a published sheet say about all of its items. */
export interface Mechanisms {
  policies: SheetPolicies
  expiry: Record<RuleItem['kind'], Expiry>
  /** Null where a repeated deduction is not raised. */
  repeatPermille: number | null
}

const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const factors: Readonly<Record<string, number>> = { doubled: 2000, tripled: 3000 }

/** Notes that describe what the rows already say, and ask for nothing more. */
const describedByRows = new Set(['tieredHours'])

/**
 * Reads the notes (`mechanisms`, `twoBalances`), each by its key.
 *
 * @throws PublishedSheetError for a note that is unknown or unreadable: a rule is never dropped in
 * silence.
 */
export function readMechanisms(published: PublishedSheet): Mechanisms {
  const read: Mechanisms = {
    policies: {
      wallet: walletPolicy(published.twoBalances),
      startingHundredths: 0,
      onlyHighest: 'same_deed',
      objectionAnswerWorkingDays: 7,
      withdrawalWorkingDays: 3,
    },
    expiry: { merit: { kind: 'never' }, deduction: { kind: 'until_mended' } },
    repeatPermille: null,
  }
  for (const [key, note] of Object.entries(published.mechanisms)) {
    if (!describedByRows.has(key)) readNote(read, key, note)
  }
  return read
}

function readNote(read: Mechanisms, key: string, note: unknown): void {
  const words = typeof note === 'string' ? note : ''
  switch (key) {
    case 'onlyHighest':
      read.policies.onlyHighest = /group/i.test(words) ? 'same_group' : 'same_deed'
      return
    case 'repeat':
      read.repeatPermille = factors[/doubled|tripled/.exec(words)?.[0] ?? ''] ?? refuse(key, note)
      return
    case 'expiry': {
      const match = /for (\w+) (year|month)/.exec(words) ?? refuse(key, note)
      const count = countOf(match[1] ?? '') ?? refuse(key, note)
      read.expiry.merit = {
        kind: 'after_months',
        months: match[2] === 'year' ? count * 12 : count,
      }
      return
    }
    case 'selfSet': {
      const match =
        /at most (\d+) positive and (\d+) negative .*?at most (\d+) points/.exec(words) ??
        refuse(key, note)
      read.policies.ownItems = {
        atMostMerits: Number(match[1]),
        atMostDeductions: Number(match[2]),
        atMostHundredthsEach: Number(match[3]) * 100,
      }
      return
    }
    case 'objection':
      read.policies.objectionAnswerWorkingDays = workingDays(key, words)
      return
    case 'withdraw':
      read.policies.withdrawalWorkingDays = workingDays(key, words)
      return
    case 'base':
      if (typeof note !== 'number' || !Number.isSafeInteger(note)) refuse(key, note)
      else read.policies.startingHundredths = note * 100
      return
    default:
      refuse(key, note)
  }
}

function walletPolicy(twoBalances: string | undefined): WalletPolicy {
  const match = /reset every (\d{1,2}) (\w+)/.exec(twoBalances ?? '')
  const month = englishMonths.indexOf(match?.[2] ?? '') + 1
  if (match === null || month === 0) return { kind: 'keep' }
  return {
    kind: 'reset',
    on: `${String(month).padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`,
  }
}

function workingDays(key: string, words: string): number {
  const match = /within (\d+) working days/.exec(words) ?? refuse(key, words)
  return Number(match[1])
}

function countOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word)
  const index = numberWords.indexOf(word)
  return index < 0 ? null : index
}

function refuse(key: string, note: unknown): never {
  throw new PublishedSheetError([
    {
      path: `/mechanisms/${key}`,
      code: 'mechanism_unreadable',
      messageZh: `规则说明“${key}”读不懂：${String(note)}`,
      messageEn: `The note “${key}” cannot be read: ${String(note)}`,
    },
  ])
}
