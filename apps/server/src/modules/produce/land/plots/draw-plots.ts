import { landMeasured } from '@azalea/records'
import type { Actor } from '../../../../platform/actor.ts'
import {
  communityRefusals,
  enterSubject,
  readSubjects,
  type Subject,
} from '../../../community/index.ts'
import type { Tx } from '../../../record/index.ts'
import { checkDrawing, type Neighbour } from '../geometry/check-drawing.ts'
import type { Ring } from '../geometry/ring.ts'
import type { LandParts } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { selectBounds } from './bounds.store.ts'
import { landKinds, lockLand, savePlots, selectPlotsOf, type Plot } from './plot.store.ts'

/** One drawing: of a subject that has a plate already, or of a new one. */
export interface DrawnPlot {
  readonly subjectId?: string | undefined
  /** Of a new subject, or as the subject is called. */
  readonly label: string
  readonly kind: (typeof landKinds)[number]
  readonly groupNo?: number | undefined
  readonly keeperHouseholdId?: string | undefined
  readonly tenure: Plot['tenure']
  readonly ring: Ring
  readonly statedSquareMetres?: number | undefined
  readonly soil?: NonNullable<Plot['soil']> | undefined
  readonly water?: string | undefined
}

type DrawParts = Pick<LandParts, 'act' | 'secrets' | 'randomness'>

/**
 * Draws plots, all or none: the land of subjects that have their plates, and of new ones, which get one.
 * Each is held against the village, those drawn before, and one another.
 * @throws Refusal those of checkDrawing, 'unknown_subject', 'plot_kind_has_no_land',
 *   'plot_without_keeper', 'label_taken', 'unknown_group', 'unknown_household'
 */
export async function drawPlots(
  { act, secrets, randomness }: DrawParts,
  actor: Actor,
  key: string,
  { plots }: { readonly plots: readonly DrawnPlot[] },
): Promise<{ plots: { plotId: string; label: string }[] }> {
  const input = { plots: plots.map((plot) => ({ ...plot, ring: [...plot.ring] })) }
  return act({ name: 'draw-plots', actor, key, input }, async (tx) => {
    await lockLand(tx.db, tx.villageId)
    const ids = plots.flatMap(({ subjectId }) => subjectId ?? [])
    const subjects = await readSubjects(tx.db, tx.villageId, ids)
    const measured = await measureAll(tx, plots)
    const saved: Omit<Plot, 'isResting'>[] = []
    for (const plot of plots) {
      const { plotId, keeper } = await subjectOf(tx, { secrets, randomness }, plot, subjects)
      if (plot.tenure === 'household' && keeper === null)
        throw refuse('plot_without_keeper', { label: plot.label })
      const drawing = measured.get(plot)
      if (drawing === undefined) throw new Error('a plot that was not measured')
      saved.push({ ...landOf(plot), ...drawing, plotId })
    }
    await savePlots(tx.db, tx.villageId, saved, { by: actor.personId, at: tx.now })
    const secret = await secrets.of(tx.db, tx.villageId)
    tx.append(
      landMeasured({
        public: {
          plots: saved.map(({ plotId, areaSquareMetres }) => ({
            subject: secret.pseudonym('subject', plotId),
            areaSquareMetres,
          })),
        },
        parts: [{ personId: actor.personId, payload: { measuredBy: actor.personId } }],
      }),
    )
    return { plots: saved.map(({ plotId }, at) => ({ plotId, label: plots[at]?.label ?? '' })) }
  })
}

/** Each drawing as it was measured, held against those before it. */
async function measureAll(tx: Tx, plots: readonly DrawnPlot[]) {
  const bounds = await selectBounds(tx.db, tx.villageId)
  const redrawn = new Set(plots.flatMap(({ subjectId }) => subjectId ?? []))
  const neighbours: Neighbour[] = (await selectPlotsOf(tx.db, tx.villageId))
    .filter(({ plotId }) => !redrawn.has(plotId))
    .map(({ subject, ...plot }) => ({ ...plot, label: subject.label }))
  const measured = new Map<DrawnPlot, ReturnType<typeof checkDrawing>>()
  for (const plot of plots) {
    const { label, ring, statedSquareMetres = null } = plot
    const drawing = checkDrawing(label, ring, statedSquareMetres, { bounds, neighbours })
    measured.set(plot, drawing)
    neighbours.push({ ...drawing, label })
  }
  return measured
}

async function subjectOf(
  tx: Tx,
  parts: Pick<DrawParts, 'secrets' | 'randomness'>,
  plot: DrawnPlot,
  subjects: ReadonlyMap<string, Subject>,
): Promise<{ plotId: string; keeper: string | null }> {
  if (plot.subjectId === undefined) {
    const { kind, label, groupNo = null, keeperHouseholdId = null } = plot
    const subject = { kind, label, groupNo, keeperHouseholdId, story: '' }
    const { subjectId } = await enterSubject(tx, parts, subject)
    return { plotId: subjectId, keeper: keeperHouseholdId }
  }
  const subject = subjects.get(plot.subjectId)
  if (subject === undefined) throw communityRefusals('unknown_subject')
  if (!landKinds.some((kind) => kind === subject.kind))
    throw refuse('plot_kind_has_no_land', { label: subject.label })
  return { plotId: subject.subjectId, keeper: subject.keeperHouseholdId }
}

function landOf({ tenure, statedSquareMetres, soil, water }: DrawnPlot) {
  return {
    tenure,
    statedSquareMetres: statedSquareMetres ?? null,
    soil: soil ?? null,
    water: water ?? null,
  }
}
