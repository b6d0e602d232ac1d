import { z } from 'zod'
import { cleanLine } from '@azalea/text'
import { refuse } from '../refusals.ts'
import type { Ring } from '../geometry/ring.ts'

/** A plot as a stranger's file tells it; whoever imports it sees and mends it before it counts. */
export interface PlotOfFile {
  readonly label: string
  readonly groupNo: number | null
  readonly ring: Ring
  readonly statedSquareMetres: number | null
  readonly water: string | null
}

export interface PlotFile {
  readonly plots: readonly PlotOfFile[]
  /** Features that are no areas: points, lines. */
  readonly skipped: number
}

const MOST_FEATURES = 2_000
const E7 = 10_000_000
/** 1 mu = 2000/3 m². */
const SQUARE_METRES_PER_MU = 2_000 / 3
const MOST_LETTERS = 60

const MOST_GROUPS = 999
const MOST_SQUARE_METRES = 100_000_000

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number())
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
})
const area = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)).min(1) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(position)).min(1)).length(1),
  }),
])
const collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(feature).max(MOST_FEATURES),
})

/** As spreadsheets, GIS programs and telephones call them. */
const names = {
  label: ['label', 'name', '名称', '地块', '地块名称', '编号'],
  group: ['group', 'groupNo', '组', '组别', '村民小组'],
  mu: ['mu', '亩', '面积', '面积(亩)', '面积（亩）'],
  water: ['water', '水源', '灌溉'],
} as const

/**
 * Reads the plots of a GeoJSON file (RFC 7946: WGS-84, longitude first). Holes are left out.
 * @throws Refusal 'not_geojson'
 */
export function readPlotFile(file: Buffer): PlotFile {
  const parsed = collection.safeParse(jsonOf(file))
  if (!parsed.success) throw refuse('not_geojson')
  const plots = parsed.data.features.flatMap(({ geometry, properties }, at): PlotOfFile[] => {
    const found = area.safeParse(geometry)
    if (!found.success) return []
    const { type, coordinates } = found.data
    const [outer = []] = type === 'Polygon' ? coordinates : (coordinates[0] ?? [])
    const told = (among: readonly string[]) =>
      among.map((name) => properties?.[name]).find((value) => value !== undefined && value !== null)
    const label = textOf(told(names.label)) ?? String(at + 1)
    const mu = numberOf(told(names.mu))
    const groupNo = numberOf(told(names.group))
    return [
      {
        label,
        groupNo: within(groupNo, MOST_GROUPS),
        ring: outer.flatMap(([east, north]) => [Math.round(east * E7), Math.round(north * E7)]),
        statedSquareMetres: within(
          mu === null ? null : mu * SQUARE_METRES_PER_MU,
          MOST_SQUARE_METRES,
        ),
        water: textOf(told(names.water)),
      },
    ]
  })
  if (plots.length === 0) throw refuse('not_geojson')
  return { plots, skipped: parsed.data.features.length - plots.length }
}

function jsonOf(file: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file))
  } catch {
    throw refuse('not_geojson')
  }
}

/** A whole number from one to the most; null for any other. */
function within(value: number | null, most: number): number | null {
  const whole = Math.round(value ?? 0)
  return whole >= 1 && whole <= most ? whole : null
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  return cleanLine(String(value)).slice(0, MOST_LETTERS) || null
}

function numberOf(value: unknown): number | null {
  const [digits] =
    /\d+(\.\d+)?/.exec(typeof value === 'number' ? String(value) : (textOf(value) ?? '')) ?? []
  return digits === undefined ? null : Number(digits)
}
