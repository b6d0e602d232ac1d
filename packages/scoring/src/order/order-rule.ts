import { flag, integer, listOf, object, oneOf, union, type Shape } from '../shape.ts'
import type { SheetProblem } from '../sheet-problem.ts'

/** Who comes first. Honour is that of the period that the offer states, in hundredths of a point. */
export type Precedence =
  | { by: 'honour' }
  /**
   * Bands of honour: whoever has at least the first threshold comes before everybody below it, and
   * so on; inside a band honour counts no more.
   */
  | { by: 'bands'; fromHundredths: readonly number[] }
  /**
   * Honour × h ÷ (h + what one has received of this kind of offer): after having received h, the
   * honour counts half, so that the first is not always first.
   */
  | { by: 'honour_less_received'; halfAtQuantity: number }
  | { by: 'lot' }

/**
 * What goes first between claims of the same precedence: less received of this kind of offer, or
 * more offers in a row without having received. What is equal still goes by lot.
 */
export type TieBreak = 'less_received' | 'longer_wait'

/** How a scarce thing is shared among those who claim it. */
export interface OrderRule {
  schema: 'azalea-order-rule/1'
  precedence: Precedence
  ties: readonly TieBreak[]
  /** Share of the supply, in thousandths, kept for the households that the village protects. */
  floorPermille: number
  /** Whether the last one reached may be given less than claimed, but not less than is useful. */
  partial: boolean
}

const MOST = 1_000_000_000

const precedence: Shape<Precedence> = union<'by', Precedence>('by', {
  honour: object({ by: oneOf('honour') }),
  bands: object({ by: oneOf('bands'), fromHundredths: listOf(integer(1, MOST), 1, 20) }),
  honour_less_received: object({
    by: oneOf('honour_less_received'),
    halfAtQuantity: integer(1, MOST),
  }),
  lot: object({ by: oneOf('lot') }),
})

const orderRuleShape = object<OrderRule>({
  schema: oneOf('azalea-order-rule/1'),
  precedence,
  ties: listOf(oneOf('less_received', 'longer_wait'), 0, 2),
  floorPermille: integer(0, 1000),
  partial: flag,
})

export type ParsedOrderRule =
  | { ok: true; rule: OrderRule }
  | { ok: false; problems: SheetProblem[] }

/** Reads a rule of order strictly; accepts parsed JSON, and nothing is coerced. */
export function parseOrderRule(value: unknown): ParsedOrderRule {
  const problems: SheetProblem[] = []
  const rule = orderRuleShape.read(value, '', problems)
  if (rule === undefined) return { ok: false, problems }
  const contradictions = contradictionsOf(rule)
  return contradictions.length > 0 ? { ok: false, problems: contradictions } : { ok: true, rule }
}

function contradictionsOf({ precedence: first, ties }: OrderRule): SheetProblem[] {
  const problems: SheetProblem[] = []
  const rises =
    first.by === 'bands' &&
    first.fromHundredths.some((from, at) => at > 0 && from >= (first.fromHundredths[at - 1] ?? 0))
  if (rises)
    problems.push({
      path: '/precedence/fromHundredths',
      code: 'bands_not_falling',
      messageZh: '各档的起点分数要从高到低排，不能重复。',
      messageEn: 'the bands must begin at falling points, none of them twice.',
    })
  if (new Set(ties).size < ties.length)
    problems.push({
      path: '/ties',
      code: 'tie_twice',
      messageZh: '同一个先后办法写了两次。',
      messageEn: 'one way of resolving ties is named twice.',
    })
  return problems
}
