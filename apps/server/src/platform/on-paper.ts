import type { Actor } from './actor.ts'
import type { Language } from './http/language.ts'

/** A receipt as it fits on paper. */
export interface PaperReceipt {
  readonly kind: string
  readonly index: number
  readonly recordedAt: Date
  /** A `.tlog-proof` of at most 2,953 bytes: what the largest QR code holds. */
  readonly text: string
}

/** What a notice sheet shows: what the notice's page shows, and where it can be verified. */
export interface NoticeSheet {
  readonly villageName: string
  readonly townName: string
  /** Its number in its year: 2026-017. */
  readonly serial: string
  /** Whom to call; null: a line to write on. */
  readonly objectionPhone: string | null
  /** The civil day on which it was published, and the last on notice. */
  readonly publishedOn: string
  readonly lastDay: string
  readonly hash: string
  readonly rows: readonly NoticeSheetRow[]
  /** Null: nobody has said where people reach the village. */
  readonly verifyUrl: string | null
}

export interface NoticeSheetRow {
  readonly no: number
  readonly groupName: string
  /** Empty on the last line, that of all deductions. */
  readonly headMasked: string
  readonly plusHundredths: number
  readonly minusHundredths: number
  readonly totalHundredths: number | null
  readonly summary: string
  /** How many of its awards are objected to now. */
  readonly disputed: number
  /** How many were taken back since, and on which notices what took their place stands. */
  readonly corrected: number
  readonly correctedOn: readonly { readonly serial: string }[]
}

/** A notice that is asked for, by anybody. */
export interface AskedSheet {
  readonly villageId: string
  readonly noticeId: string
  readonly language: Language
}

/** What a sheet of payments shows: a line each, with room to sign where it is paid in cash. */
export interface PaymentSheet {
  readonly villageName: string
  readonly title: string
  readonly means: 'bank' | 'cash'
  /** Civil day. */
  readonly orderedOn: string
  readonly run: string
  readonly corrects: string | null
  readonly lines: readonly {
    readonly no: number
    readonly place: string
    readonly payeeName: string
    readonly amountFen: number
    readonly reason: string
  }[]
}

/** What a merchant is paid for a month, redemption by redemption. */
export interface MerchantSheet {
  readonly villageName: string
  readonly merchantName: string
  /** `YYYY-MM`. */
  readonly month: string
  /** Civil day. */
  readonly settledOn: string
  readonly settlement: string
  readonly run: string
  readonly means: 'bank' | 'cash'
  readonly holderName: string
  readonly bankName: string
  readonly accountEnds: string
  readonly lines: readonly {
    readonly no: number
    /** `YYYY-MM-DDTHH:mm`, in the village's time. */
    readonly at: string
    readonly voucherName: string
    readonly amountFen: number
  }[]
}

/** A month's statement that is asked for; without a merchant the reader's own. */
export interface AskedStatement {
  readonly settlementId: string
  readonly merchantId: string | null
}

/** What a grower is paid for a buying round, weigh-in by weigh-in. */
export interface GrowerSheet {
  readonly villageName: string
  readonly roundTitle: string
  readonly roundTitleEn: string
  readonly growerName: string
  readonly place: string
  readonly settlement: string
  /** Of the round; what is corrected stands in the next. */
  readonly no: number
  /** Civil day. */
  readonly settledOn: string
  readonly unit: 'jin' | 'kg'
  readonly lines: readonly {
    readonly no: number
    /** `YYYY-MM-DDTHH:mm`, in the village's time. */
    readonly at: string
    readonly lotNumber: string
    readonly grade: 'first' | 'second' | 'third'
    readonly netGrams: number
    readonly fen: number
    readonly amountFen: number
  }[]
  readonly deductions: readonly {
    readonly nameZh: string
    readonly nameEn: string
    readonly amountFen: number
  }[]
  readonly roundFen: number
  readonly settledFen: number
  readonly carriedFen: number
  readonly paidFen: number
  readonly run: string
  readonly means: 'bank' | 'cash' | 'nothing'
  readonly accountEnds: string
}

/** What a household earned, season by season. */
export interface IncomeSheet {
  readonly villageName: string
  readonly householdName: string
  readonly place: string
  /** Civil day. */
  readonly madeOn: string
  readonly seasons: readonly {
    /** Null: in no growing season. */
    readonly seasonId: string | null
    readonly nameZh: string
    readonly nameEn: string | null
    readonly earnedFen: number
    readonly paidFen: number
    readonly sources: readonly {
      readonly source: 'harvest' | 'year_end' | 'rest'
      readonly times: number
      readonly earnedFen: number
      readonly paidFen: number
    }[]
  }[]
}

/** Statements of a settlement that are asked for: a household's, or so many after a line. */
export interface AskedGrowers {
  readonly settlementId: string
  readonly of: { readonly householdId: string } | { readonly after: number; readonly limit: number }
}

/** Sheets and rolls of labels: on A4 so many across and down, or one by one, in millimetres. */
export const labelPapers = ['a4_3x8', 'a4_2x7', 'a4_4x10', '40x30', '60x40', '70x50'] as const
export type LabelPaper = (typeof labelPapers)[number]

/** Where a pack is to be kept. */
export const storages = ['cool', 'chilled', 'frozen'] as const
export type Storage = (typeof storages)[number]

/** What stands on the labels of packs that were packed together. */
export interface PackLabels {
  readonly villageName: string
  readonly crop: string
  /** Civil days. */
  readonly packedOn: string
  readonly bestBefore: string | null
  readonly lotNumbers: readonly string[]
  readonly packs: readonly {
    readonly number: string
    readonly netGrams: number
    /** What the symbol says. */
    readonly url: string
  }[]
}

/** So many packs of a packing, after a serial number. */
export interface AskedLabels {
  readonly number: string
  readonly after: number
  readonly limit: number
}

/** What a module has printed, for the one that draws paper. */
export interface PaperPart<Parts> {
  /** The newest receipts of this person. */
  readonly receipts?: (parts: Parts, actor: Actor, most: number) => Promise<PaperReceipt[]>
  /** A notice as it hangs in the village; one module keeps notices. */
  readonly noticeSheet?: (parts: Parts, asked: AskedSheet) => Promise<NoticeSheet>
  /** Payments that were ordered together; one module keeps them. */
  readonly paymentSheet?: (parts: Parts, actor: Actor, runId: string) => Promise<PaymentSheet>
  /** A merchant’s month; one module settles them. */
  readonly merchantStatement?: (
    parts: Parts,
    actor: Actor,
    asked: AskedStatement,
  ) => Promise<MerchantSheet>
  /** What growers are paid for a round; one module buys. */
  readonly growerStatements?: (
    parts: Parts,
    actor: Actor,
    asked: AskedGrowers,
  ) => Promise<readonly GrowerSheet[]>
  /** What the own household earned; one module reckons it. */
  readonly householdIncome?: (parts: Parts, actor: Actor) => Promise<IncomeSheet>
  /** The labels of packs; one module packs. */
  readonly packLabels?: (parts: Parts, actor: Actor, asked: AskedLabels) => Promise<PackLabels>
}
