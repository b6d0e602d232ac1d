import type { Actor } from '../../../../platform/actor.ts'
import type { Language } from '../../../../platform/http/language.ts'
import { parseApart } from '../../../../platform/parse-apart/parse-apart.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { selectSubjectsOf } from '../../../community/index.ts'
import { checkDrawing, type Neighbour } from '../geometry/check-drawing.ts'
import type { LandReaders } from '../parts.ts'
import { selectBounds } from './bounds.store.ts'
import { landKinds, selectPlotsOf } from './plot.store.ts'
import type { PlotFile } from './read-plot-file.ts'

/** Beside this file it builds itself; beside the built server it stands built. */
const program = new URL('./plot-file-program.mjs', import.meta.url)

const limits = { memoryMegabytes: 384, seconds: 20 }

/**
 * Reads a file of plots in a process of its own, and tells of each whether it could be drawn. A plot
 * that is called as one that has its plate is that one.
 * @throws Refusal as readPlotFile, 'file_too_demanding', 'files_waiting'
 */
export async function checkPlotFile(
  { database }: Pick<LandReaders, 'database'>,
  { villageId }: Actor,
  language: Language,
  file: Buffer,
) {
  const read = await parseApart<PlotFile>(villageId, { program, file, limits })
  return database.inVillage(villageId, async (db) => {
    const bounds = await selectBounds(db, villageId)
    const known = await selectPlotsOf(db, villageId)
    const subjects = await selectSubjectsOf(db, villageId, landKinds)
    const idOf = new Map(subjects.map(({ label, subjectId }) => [label, subjectId]))
    const named = new Set(read.plots.map(({ label }) => label))
    const neighbours: Neighbour[] = known
      .filter(({ subject }) => !named.has(subject.label))
      .map(({ subject, ...plot }) => ({ ...plot, label: subject.label }))
    const plots = read.plots.map((plot) => {
      const found = measure(plot, { bounds, neighbours })
      const subjectId = idOf.get(plot.label) ?? null
      if (found instanceof Refusal)
        return {
          ...plot,
          ring: [],
          subjectId,
          areaSquareMetres: null,
          problem: found.sentence(language),
        }
      neighbours.push({ ...found, label: plot.label })
      return {
        ...plot,
        ring: [...found.ring],
        subjectId,
        areaSquareMetres: found.areaSquareMetres,
        problem: null,
      }
    })
    return { plots, skipped: read.skipped }
  })
}

function measure(
  { label, ring, statedSquareMetres }: PlotFile['plots'][number],
  around: Parameters<typeof checkDrawing>[3],
) {
  try {
    return checkDrawing(label, ring, statedSquareMetres, around)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
