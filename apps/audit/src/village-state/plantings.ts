import {
  expectedGrams,
  harvestDaysOf,
  isSownWithin,
  plantingsOverlap,
  plantingTimes,
} from '@azalea/produce-rules'
import type { LeafOfKind } from '@azalea/records'
import type { Findings } from '../findings.ts'

type Crop = LeafOfKind<'crop.entered'>['public']
type Planted = LeafOfKind<'planting.planned'>['public']['plantings'][number]

interface PlanBook {
  readonly findings: Findings
}

interface Standing extends Pick<
  Planted,
  'subject' | 'sowFrom' | 'sowTo' | 'harvestFrom' | 'harvestTo'
> {
  /** The day on which its harvest was done, or given up. */
  readonly harvestedOn: string | null
}

declare module '../findings.ts' {
  interface OwnFindings {
    planting_wrong: never
  }
}

declare module './parts.ts' {
  interface StateMemory {
    readonly plantings: Plantings
  }
}

/** What is planned on each plot: windows and yields follow from crop and area, and none overlap. */
export class Plantings {
  #crops = new Map<string, Crop>()
  #areas = new Map<string, number>()
  #standing = new Map<string, Standing>()
  #ended = new Set<string>()

  /** `crop.entered`. */
  enter(crop: Crop): void {
    this.#crops.set(crop.crop, crop)
  }

  /** `land.measured`. */
  measure({ plots }: LeafOfKind<'land.measured'>['public']): void {
    for (const { subject, areaSquareMetres } of plots) this.#areas.set(subject, areaSquareMetres)
  }

  /** `planting.planned`. */
  plan(
    book: PlanBook,
    index: number,
    { plantings }: LeafOfKind<'planting.planned'>['public'],
  ): void {
    for (const told of plantings) {
      for (const problem of this.#problemsOf(told))
        wrong(book, index, `${told.planting}: ${problem}`)
      const { subject, sowFrom, sowTo, harvestFrom, harvestTo } = told
      const standing = { subject, sowFrom, sowTo, harvestFrom, harvestTo, harvestedOn: null }
      this.#standing.set(told.planting, standing)
    }
  }

  /** `planting.ended`. */
  end(book: PlanBook, index: number, { planting }: LeafOfKind<'planting.ended'>['public']): void {
    if (!this.#standing.delete(planting)) wrong(book, index, `${planting} is not planned`)
  }

  /** `task.ended`. */
  endTask(
    book: PlanBook,
    index: number,
    { at, public: { task, planting, kind, on } }: LeafOfKind<'task.ended'>,
  ): void {
    const standing = this.#standing.get(planting)
    if (standing === undefined) return wrong(book, index, `${planting} is not planned`)
    if (this.#ended.has(task)) wrong(book, index, `${task} ended twice`)
    if (on > at) wrong(book, index, `${task} ended on ${on}, told on ${at}`)
    this.#ended.add(task)
    if (kind === 'harvest') this.#standing.set(planting, { ...standing, harvestedOn: on })
  }

  /** The days on which a plot is to be harvested by its plan. */
  harvestDaysOf(subject: string): string[] {
    return [...this.#standing.values()]
      .filter((standing) => standing.subject === subject)
      .flatMap(({ harvestedOn, ...times }) =>
        harvestDaysOf(times).filter((day) => harvestedOn === null || day <= harvestedOn),
      )
  }

  #problemsOf(told: Planted): string[] {
    const crop = this.#crops.get(told.crop)
    if (crop === undefined) return ['its crop was never entered']
    const { sowFrom, sowTo, areaSquareMetres, heads } = told
    const due = plantingTimes(crop, sowFrom, sowTo)
    const grams = expectedGrams(crop, { areaSquareMetres, heads })
    const other = [...this.#standing].find(
      ([, standing]) => standing.subject === told.subject && plantingsOverlap(told, standing),
    )
    return [
      ...(crop.state === 'retired' ? ['its crop is grown no more'] : []),
      ...(this.#standing.has(told.planting) ? ['it is planned twice'] : []),
      ...(due.harvestFrom === told.harvestFrom && due.harvestTo === told.harvestTo
        ? []
        : [`it is harvested from ${due.harvestFrom} to ${due.harvestTo}`]),
      ...(isSownWithin(crop, sowFrom, sowTo) ? [] : ['it is sown outside its windows']),
      ...(grams === told.expectedGrams ? [] : [`${grams} g are to be expected`]),
      ...(this.#areas.get(told.subject) === areaSquareMetres ? [] : ['its plot has another area']),
      ...(other === undefined ? [] : [`${other[0]} stands there`]),
    ]
  }

  toJson() {
    return {
      crops: [...this.#crops],
      areas: [...this.#areas],
      standing: [...this.#standing],
      ended: [...this.#ended],
    }
  }

  load(json: ReturnType<Plantings['toJson']> | undefined): void {
    this.#crops = new Map(json?.crops)
    this.#areas = new Map(json?.areas)
    this.#standing = new Map(json?.standing)
    this.#ended = new Set(json?.ended)
  }
}

function wrong({ findings }: PlanBook, index: number, detail: string): void {
  findings.add('planting_wrong', index, detail)
}
