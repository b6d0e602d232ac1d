import type { KeyOf, Result, Translate } from '@azalea/client'
import type { traceMessages } from './messages.ts'

export type Trace = Result<'/api/villages/{villageId}/packs/{number}'>
export type Lot = Trace['lots'][number]

/** Something that happened between sowing and packing, with what proves it. */
export interface Step {
  readonly recordId: string
  readonly on: string
  readonly title: string
  readonly words: string | null
  readonly tone: 'done' | 'wrong'
  readonly photoFileId: string | null
}

type Words = Translate<KeyOf<(typeof traceMessages)['zh']>>

/** What happened to a lot, the earliest first. */
export function stepsOf(lot: Lot, t: Words): Step[] {
  const plain = { words: null, tone: 'done' as const }
  const grown: Step[] = [
    ...lot.done.map(({ kind, ...one }) => ({ ...one, ...plain, title: t(`done_${kind}`) })),
    ...lot.applied.map(({ recordId, on, kind, name, amount, photoFileId, ...one }) => ({
      recordId,
      on,
      title: `${t(`put_${kind}`, { name })} · ${amount}`,
      words: t(one.preHarvestDays === 0 ? 'noInterval' : 'daysBefore', {
        days: one.daysBefore,
        interval: one.preHarvestDays,
      }),
      tone: 'done' as const,
      photoFileId,
    })),
    ...lot.tests.map(({ method, outcome, ...one }) => ({
      ...one,
      words: null,
      title: t(`${method}_${outcome}`),
      tone: outcome === 'passed' ? ('done' as const) : ('wrong' as const),
    })),
    ...lot.inspections.map(({ grade, ...one }) => ({
      ...one,
      ...plain,
      title: t(`seen_${grade}`),
    })),
  ]
  const { harvestRecordId, recordId, harvestedOn: on, photoFileId } = lot
  const reaped: Step[] = [
    { ...plain, recordId: harvestRecordId, on, title: t('harvested'), photoFileId: null },
    { ...plain, recordId, on, title: t('weighed'), photoFileId },
  ]
  const isBefore = (step: Step) => step.on <= on
  const inOrder = grown.toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  )
  return [...inOrder.filter(isBefore), ...reaped, ...inOrder.filter((step) => !isBefore(step))]
}
