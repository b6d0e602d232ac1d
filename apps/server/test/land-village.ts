import { done } from './participation-village.ts'
import { addPerson, call, type TestPerson, type TestServer } from './server.ts'

/** Dashigai, in ten-millionths of a degree. */
const EAST_E7 = 1_202_000_000
const NORTH_E7 = 300_000_000
const METRE_EAST_E7 = 104 // at thirty degrees north
const METRE_NORTH_E7 = 90

/** A rectangle so many metres east and north of the village's corner. */
export function rectangle(east: number, north: number, wide = 20, high = 30): number[] {
  const at = (x: number, y: number) => [
    EAST_E7 + Math.round(x * METRE_EAST_E7),
    NORTH_E7 + Math.round(y * METRE_NORTH_E7),
  ]
  return [
    ...at(east, north),
    ...at(east + wide, north),
    ...at(east + wide, north + high),
    ...at(east, north + high),
  ]
}

export const drawing = (label: string, ring: number[], change: Record<string, unknown> = {}) => ({
  label,
  kind: 'plot',
  tenure: 'collective',
  ring,
  ...change,
})

/** Plots side by side in one row; each call takes a row of its own. */
export async function drawnPlots(
  test: TestServer,
  keeper: TestPerson,
  labels: readonly string[],
  row = 0,
): Promise<string[]> {
  const plots = labels.map((label, at) => drawing(label, rectangle(at * 25, row * 40)))
  const answer = await done(call(test, keeper, 'POST', '/api/plots', { plots }))
  return answer.plots.map(({ plotId }: { plotId: string }) => plotId)
}

export interface LandVillage {
  readonly committee: TestPerson
  readonly technician: TestPerson
  readonly growingSeasonId: string
}

/** A village with its season of spring and summer and the first edition of its convention. */
export async function createLandVillage(test: TestServer): Promise<LandVillage> {
  const committee = await addPerson(test, { roles: ['committee'] })
  const technician = await addPerson(test, { roles: ['technician'] })
  const season = { nameZh: '2026 年春夏季', beginsOn: '2026-03-01', endsOn: '2026-08-31' }
  const opened = await done(call(test, committee, 'POST', '/api/growing-seasons', season))
  const convention = { wordsZh: '不用除草剂，垃圾带走，路边留一米。', wordsEn: 'No herbicides.' }
  await done(call(test, committee, 'POST', '/api/conventions', convention))
  return { committee, technician, growingSeasonId: opened.growingSeasonId }
}

export const claimPlotOf = (
  test: TestServer,
  person: TestPerson | null,
  plotId: string,
  growingSeasonId: string,
  more: Record<string, unknown> = {},
) =>
  call(test, person, 'POST', `/api/plots/${plotId}/claim`, { growingSeasonId, edition: 1, ...more })

export const landOf = (test: TestServer, person: TestPerson) =>
  done(call(test, person, 'GET', '/api/plots'))
