import { perMu } from '@azalea/produce-rules'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import { communityRefusals, readVillage } from '../../../community/index.ts'
import { selectPlotsOf, selectSeasons } from '../../land/index.ts'
import type { Readers } from '../parts.ts'
import { selectInputSums, type InputSum } from './input-sum.store.ts'

/**
 * How much fertiliser and pesticide came onto a mu, by season and by plot, without anybody's name.
 * @throws Refusal 'unknown_village'
 */
export async function readInputReport(
  { database }: Readers,
  villageId: string,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const village = await readVillage(db, villageId)
    if (village === null) throw communityRefusals('unknown_village')
    const sums = await selectInputSums(db, villageId)
    const plots = new Map((await selectPlotsOf(db, villageId)).map((plot) => [plot.plotId, plot]))
    const area = [...plots.values()].reduce(
      (sum, { areaSquareMetres }) => sum + areaSquareMetres,
      0,
    )
    const seasons = await selectSeasons(db, villageId)
    const named = new Map(
      seasons.map((one) => [
        one.growingSeasonId,
        { name: inLanguage(language, one.nameZh, one.nameEn), from: one.beginsOn },
      ]),
    )
    const startOf = (season: string) => named.get(season)?.from ?? season
    const order = [...new Set(sums.map(({ season }) => season))].toSorted((a, b) =>
      startOf(a) < startOf(b) ? -1 : 1,
    )
    return {
      villageName: village.name,
      seasons: order.map((season) => ({
        season,
        name: named.get(season)?.name ?? season,
        areaSquareMetres: area,
        lines: linesOf(
          sums.filter((one) => one.season === season),
          area,
        ),
      })),
      plots: order.flatMap((season) =>
        sums
          .filter((one) => one.season === season)
          .flatMap((sum) => plotLine(sum, plots.get(sum.plotId))),
      ),
    }
  })
}

function linesOf(sums: readonly InputSum[], area: number) {
  const keys = [...new Set(sums.map(({ kind, unit }) => `${kind} ${unit}`))].toSorted()
  return keys.flatMap((key) => {
    const same = sums.filter(({ kind, unit }) => `${kind} ${unit}` === key)
    const [first] = same
    if (first === undefined) return []
    const thousandths = same.reduce((sum, one) => sum + one.thousandths, 0)
    const times = same.reduce((sum, one) => sum + one.times, 0)
    const { kind, unit } = first
    return [{ kind, unit, thousandths, perMu: perMu(thousandths, area), times }]
  })
}

function plotLine(
  { season, kind, unit, thousandths, times }: InputSum,
  plot:
    | { readonly areaSquareMetres: number; readonly subject: { readonly label: string } }
    | undefined,
) {
  if (plot === undefined) return []
  const { areaSquareMetres, subject } = plot
  return [
    {
      season,
      label: subject.label,
      areaSquareMetres,
      kind,
      unit,
      thousandths,
      perMu: perMu(thousandths, areaSquareMetres),
      times,
    },
  ]
}
