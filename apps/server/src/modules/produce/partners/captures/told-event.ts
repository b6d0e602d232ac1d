import type { ToldStep } from '../tables.ts'

type Json = Readonly<Record<string, unknown>>

/** The steps of the Core Business Vocabulary that are shown, and as what. */
const steps: ReadonlyMap<string, ToldStep> = new Map([
  ['receiving', 'received'],
  ['arriving', 'received'],
  ['accepting', 'received'],
  ['shipping', 'shipped'],
  ['departing', 'shipped'],
  ['transporting', 'shipped'],
  ['storing', 'stored'],
  ['stocking', 'stored'],
  ['retail_selling', 'sold'],
  ['dispensing', 'sold'],
])

/** What a business step is shown as; null for one that is not shown. */
export function stepOf(bizStep: unknown): ToldStep | null {
  const name = typeof bizStep === 'string' ? /[\w]+$/.exec(bizStep)?.[0] : undefined
  return steps.get(name ?? '') ?? null
}

/** The things that an event is about: what went in where something was made of them. */
export function epcsOf(event: Json): readonly string[] {
  const lists = ['epcList', 'childEPCs', 'inputEPCList'].flatMap((name) => listOf(event[name]))
  const classes = ['quantityList', 'childQuantityList', 'inputQuantityList']
    .flatMap((name) => listOf(event[name]))
    .map((one) => (one as Json)['epcClass'])
  return [...new Set([...lists, ...classes])].filter((epc) => typeof epc === 'string')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
