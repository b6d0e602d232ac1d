import type { Contributions, SetUpStep } from './contributions.ts'
import type { Module } from './module.ts'
import type { PaperPart } from './on-paper.ts'

/**
 * What all modules together contribute.
 * @param partsOf asked only when something is read, since the parts hold the contributions themselves
 */
export function gather<Parts>(
  modules: readonly Module<Parts>[],
  partsOf: () => Parts,
): Contributions {
  const inbox = modules.flatMap((module) => module.inbox ?? [])
  const home = modules.flatMap((module) => module.home ?? [])
  const dataBank = modules.flatMap((module) => module.dataBank ?? [])
  const erasures = modules.flatMap((module) => module.erase ?? [])
  const steps = modules.flatMap((module) => module.setUp ?? []).toSorted(byPlace)
  const places = Object.assign({}, ...home.map(({ waiting }) => waiting?.kinds)) as Places
  const paper = modules.flatMap((module) => module.paper ?? [])
  const shows = home.flatMap((part) => part.shows ?? [])
  return {
    inboxKinds: inbox.flatMap(({ kinds }) => kinds),
    inbox: async (reading) => {
      const items = await inTurn(inbox, ({ list }) => list(partsOf(), reading))
      return items.flat().toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))
    },
    homeShape: Object.assign({}, ...shows.map(({ shape }) => shape)),
    waitingKinds: Object.keys(places),
    newsKinds: home.flatMap(({ news }) => news?.kinds ?? []),
    home: async (reading) =>
      Object.assign({}, ...(await inTurn(shows, ({ read }) => read(partsOf(), reading)))),
    waiting: async (reading) => {
      const items = await inTurn(home, ({ waiting }) => waiting?.list(partsOf(), reading) ?? [])
      return items
        .flat()
        .toSorted((one, other) => (places[one.kind] ?? 0) - (places[other.kind] ?? 0))
    },
    news: async (reading, most) => {
      const items = await inTurn(home, ({ news }) => news?.list(partsOf(), reading, most) ?? [])
      return items.flat().slice(0, most)
    },
    dataBankShape: Object.assign({}, ...dataBank.map(({ shape }) => shape)),
    dataBankCounted: Object.assign({}, ...dataBank.map(({ counted }) => counted)),
    dataBank: async (reading) =>
      Object.assign({}, ...(await inTurn(dataBank, ({ read }) => read(partsOf(), reading)))),
    ...gatherPaper(paper, partsOf),
    setUpSteps: steps.map(({ step }) => step),
    setUp: (reading) =>
      inTurn(steps, async ({ step, isDone }) => ({ step, done: await isDone(reading) })),
    erase: async (tx, erased) => {
      for (const erase of erasures) await erase(partsOf(), tx, erased)
    },
  }
}

type OnPaper = Pick<
  Contributions,
  | 'paperReceipts'
  | 'noticeSheet'
  | 'paymentSheet'
  | 'merchantStatement'
  | 'growerStatements'
  | 'householdIncome'
  | 'packLabels'
>

/** What is printed: receipts of every module, each sheet of the one that keeps what stands on it. */
function gatherPaper<Parts>(paper: readonly PaperPart<Parts>[], partsOf: () => Parts): OnPaper {
  return {
    paperReceipts: async (actor, most) => {
      const found = await inTurn(paper, ({ receipts }) => receipts?.(partsOf(), actor, most) ?? [])
      return found.flat().slice(0, most)
    },
    noticeSheet: (asked) => {
      const read = paper.find(({ noticeSheet }) => noticeSheet)?.noticeSheet
      if (read === undefined) throw new Error('no module keeps notices')
      return read(partsOf(), asked)
    },
    paymentSheet: (actor, runId) => {
      const read = paper.find(({ paymentSheet }) => paymentSheet)?.paymentSheet
      if (read === undefined) throw new Error('no module keeps payments')
      return read(partsOf(), actor, runId)
    },
    merchantStatement: (actor, asked) => {
      const read = paper.find(({ merchantStatement }) => merchantStatement)?.merchantStatement
      if (read === undefined) throw new Error('no module settles merchants')
      return read(partsOf(), actor, asked)
    },
    growerStatements: (actor, asked) => {
      const read = paper.find(({ growerStatements }) => growerStatements)?.growerStatements
      if (read === undefined) throw new Error('no module buys of growers')
      return read(partsOf(), actor, asked)
    },
    householdIncome: (actor) => {
      const read = paper.find(({ householdIncome }) => householdIncome)?.householdIncome
      if (read === undefined) throw new Error('no module reckons income')
      return read(partsOf(), actor)
    },
    packLabels: (actor, asked) => {
      const read = paper.find(({ packLabels }) => packLabels)?.packLabels
      if (read === undefined) throw new Error('no module packs')
      return read(partsOf(), actor, asked)
    },
  }
}

type Places = Readonly<Record<string, number>>

const byPlace = (one: SetUpStep, other: SetUpStep) => one.place - other.place

/** One after the other, since they share a transaction. */
async function inTurn<Part, Answer>(
  parts: readonly Part[],
  ask: (part: Part) => Promise<Answer> | Answer,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const part of parts) answers.push(await ask(part))
  return answers
}
