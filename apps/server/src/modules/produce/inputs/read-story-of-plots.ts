import type { Db } from '../../../platform/database/database.ts'
import { selectChecks } from './checks/check.store.ts'
import { selectApplied, type AppliedRow } from './plot-story.store.ts'
import type { InspectionGrade, TestMethod, TestOutcome } from './tables.ts'

/** What was put on a plot, how it was tested and what was seen there, the latest first. */
export interface StoryOfPlot {
  readonly applied: readonly AppliedRow[]
  readonly tests: readonly {
    readonly testId: string
    readonly method: TestMethod
    readonly outcome: TestOutcome
    readonly testedAt: Date
    readonly photoFileId: string
  }[]
  readonly inspections: readonly {
    readonly inspectionId: string
    readonly grade: InspectionGrade
    readonly inspectedAt: Date
    readonly photoFileId: string
  }[]
}

/** The stories of a few plots, of which a pack is made. */
export async function readStoryOfPlots(
  db: Db,
  villageId: string,
  plotIds: readonly string[],
): Promise<ReadonlyMap<string, StoryOfPlot>> {
  const stories = await Promise.all(
    plotIds.map(async (plotId): Promise<[string, StoryOfPlot]> => {
      const [applied, { tests, inspections }] = await Promise.all([
        selectApplied(db, villageId, plotId),
        selectChecks(db, villageId, plotId),
      ])
      const told = tests.map((row) => ({
        testId: row.test_id,
        method: row.method,
        outcome: row.outcome,
        testedAt: row.tested_at,
        photoFileId: row.photo_file_id,
      }))
      const seen = inspections.map((row) => ({
        inspectionId: row.inspection_id,
        grade: row.grade,
        inspectedAt: row.inspected_at,
        photoFileId: row.photo_file_id,
      }))
      return [plotId, { applied, tests: told, inspections: seen }]
    }),
  )
  return new Map(stories)
}
