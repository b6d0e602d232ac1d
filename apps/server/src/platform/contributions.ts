import { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Db } from './database/database.ts'
import type { Language } from './http/language.ts'
import type {
  AskedGrowers,
  AskedLabels,
  AskedSheet,
  AskedStatement,
  GrowerSheet,
  IncomeSheet,
  MerchantSheet,
  NoticeSheet,
  PackLabels,
  PaperReceipt,
  PaymentSheet,
} from './on-paper.ts'

/** Who reads, within one transaction of their village. */
export interface Reading {
  readonly db: Db
  readonly actor: Actor
  readonly language: Language
  readonly now: Date
}

/** Rows of any shape, as a person's data bank lists them. */
export const anyRows = z.array(z.looseObject({}))

type Ask<Parts, Answer> = (parts: Parts, reading: Reading) => Promise<Answer>

/** One line of a cadre's inbox. */
export interface InboxItem {
  readonly kind: string
  /** What is to be decided; null where many things wait together. */
  readonly id: string | null
  readonly title: string | null
  /** ISO 8601, UTC. */
  readonly dueAt: string
  /** How many single things wait. */
  readonly count: number
}

/** Many things of one kind as one line, due some time after the oldest; none where none waits. */
export function waitingTogether(
  kind: string,
  { count, oldestAt }: { readonly count: number; readonly oldestAt: Date | null },
  dueAfter: (oldestAt: Date) => Date,
): InboxItem[] {
  if (oldestAt === null) return []
  return [{ kind, id: null, title: null, dueAt: dueAfter(oldestAt).toISOString(), count }]
}

/** What waits for a cadre to decide. */
export interface InboxPart<Parts> {
  readonly kinds: readonly string[]
  readonly list: Ask<Parts, readonly InboxItem[]>
}

/** One line of a villager's home: what waits, or what is new. */
export interface HomeItem {
  readonly kind: string
  readonly id: string | null
  readonly title: string | null
  /** ISO 8601, UTC; null where nothing is due. */
  readonly at: string | null
}

export interface WaitingItem extends HomeItem {
  readonly count: number
}

export interface NewsItem extends HomeItem {
  readonly id: string
  readonly at: string
}

export interface HomePart<Parts> {
  /** Fields of the page beside what waits and what is new. */
  readonly shows?: { readonly shape: z.core.$ZodLooseShape; readonly read: Ask<Parts, object> }
  /** Kinds of what waits, each with its place: the lowest stands first. */
  readonly waiting?: {
    readonly kinds: Readonly<Record<string, number>>
    readonly list: Ask<Parts, readonly WaitingItem[]>
  }
  readonly news?: {
    readonly kinds: readonly string[]
    /** The newest first, at most so many. */
    readonly list: (parts: Parts, reading: Reading, most: number) => Promise<readonly NewsItem[]>
  }
}

type Words = { readonly zh: string; readonly en: string }

/** What a module holds about a person. */
export interface DataBankPart<Parts> {
  readonly shape: z.core.$ZodLooseShape
  /** Its lists that are only counted on paper. */
  readonly counted?: Readonly<Record<string, Words>>
  readonly read: Ask<Parts, object>
}

/** A step of setting a village up; one rests on those whose place is lower. */
export interface SetUpStep {
  readonly step: string
  readonly place: number
  readonly isDone: (reading: Pick<Reading, 'db' | 'actor'>) => Promise<boolean>
}

/** Takes out what a module holds of a person who is erased. */
export type Erasure<Parts> = (
  parts: Parts,
  tx: { readonly db: Db; readonly villageId: string; readonly now: Date },
  erased: { readonly personId: string; readonly keptFileIds: Set<string> },
) => Promise<void>

/** Who may not judge whom: for each command of an office the refusals that bar people from it. */
export interface Duties {
  readonly judges: Readonly<Record<string, readonly string[]>>
  readonly judgesNothing?: readonly string[]
}

/** What all modules together contribute, bound to what they work with. */
export interface Contributions {
  readonly inboxKinds: readonly string[]
  readonly inbox: (reading: Reading) => Promise<InboxItem[]>
  readonly homeShape: z.core.$ZodLooseShape
  readonly waitingKinds: readonly string[]
  readonly newsKinds: readonly string[]
  readonly home: (reading: Reading) => Promise<object>
  readonly waiting: (reading: Reading) => Promise<WaitingItem[]>
  readonly news: (reading: Reading, most: number) => Promise<NewsItem[]>
  readonly dataBankShape: z.core.$ZodLooseShape
  readonly dataBankCounted: Readonly<Record<string, Words>>
  readonly dataBank: (reading: Reading) => Promise<object>
  readonly paperReceipts: (actor: Actor, most: number) => Promise<PaperReceipt[]>
  readonly noticeSheet: (asked: AskedSheet) => Promise<NoticeSheet>
  readonly paymentSheet: (actor: Actor, runId: string) => Promise<PaymentSheet>
  readonly merchantStatement: (actor: Actor, asked: AskedStatement) => Promise<MerchantSheet>
  readonly growerStatements: (actor: Actor, asked: AskedGrowers) => Promise<readonly GrowerSheet[]>
  readonly householdIncome: (actor: Actor) => Promise<IncomeSheet>
  readonly packLabels: (actor: Actor, asked: AskedLabels) => Promise<PackLabels>
  readonly setUpSteps: readonly string[]
  readonly setUp: (
    reading: Pick<Reading, 'db' | 'actor'>,
  ) => Promise<{ step: string; done: boolean }[]>
  readonly erase: (
    tx: Parameters<Erasure<unknown>>[1],
    erased: Parameters<Erasure<unknown>>[2],
  ) => Promise<void>
}
