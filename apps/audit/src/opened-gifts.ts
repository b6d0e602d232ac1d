import { fieldsOf, integerOf, parseDocument, textOf, UnreadableEntry } from './documents.ts'
import type { Findings } from './findings.ts'
import type { Sheets } from './village-state/sheets.ts'

/** A part of a `wallet.gifted` whose commitment fits: who gave is in the receiver's, who was given in the giver's. */
interface OpenedGift {
  readonly giftId: string
  readonly pointsHundredths: number
  readonly fromHousehold?: string
}

/**
 * What households gave each other, of the gifts that were opened: both parts tell one sum, and no
 * household gave more in a month than the sheet in force allowed. The log alone does not tell how many
 * points a gift was, so that nobody reads there who gave whom.
 */
export class OpenedGifts {
  readonly #findings: Findings
  readonly #sheets: Sheets
  /** By 'month household'. */
  readonly #given = new Map<string, number>()

  constructor(findings: Findings, sheets: Sheets) {
    this.#findings = findings
    this.#sheets = sheets
  }

  /** The opened parts of one entry. */
  take(index: number, day: string, payloads: readonly string[]): void {
    const gifts = payloads.flatMap((payload) => readGift(payload) ?? [])
    const [first] = gifts
    if (first === undefined) return
    if (gifts.some(({ pointsHundredths }) => pointsHundredths !== first.pointsHundredths))
      this.#findings.add('wallet_wrong', index, 'its two parts tell of other points')
    const giver = gifts.find(({ fromHousehold }) => fromHousehold !== undefined)?.fromHousehold
    if (giver === undefined) return
    const key = `${day.slice(0, 7)} ${giver}`
    const given = (this.#given.get(key) ?? 0) + first.pointsHundredths
    this.#given.set(key, given)
    const most = this.#sheets.inForceOn(day)?.sheet.policies.gifts?.atMostHundredthsPerMonth
    if (most !== undefined && given > most)
      this.#findings.add(
        'wallet_wrong',
        index,
        `with it a household gave ${given} in ${day.slice(0, 7)}, the sheet allows ${most}`,
      )
  }
}

function readGift(payload: string): OpenedGift | null {
  try {
    const fields = fieldsOf(parseDocument(payload), 'a gift')
    const from = fields['fromHousehold']
    return {
      giftId: textOf(fields, 'giftId'),
      pointsHundredths: integerOf(fields, 'pointsHundredths'),
      ...(typeof from === 'string' ? { fromHousehold: from } : {}),
    }
  } catch (error) {
    if (error instanceof UnreadableEntry) return null
    throw error
  }
}
