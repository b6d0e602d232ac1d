import { formatHundredths, pointsEn, type Language } from '../amounts-in-words.ts'
import type { OrderRule } from './order-rule.ts'
import { bandOf, type DecidedBy } from './rank-claims.ts'
import type { Turn, TurnOutcome } from './share-out.ts'
import type { Move } from './what-would-move.ts'

/** Writes an amount in the offer's unit: 200 → `200 斤`. */
export type SayQuantity = (quantity: number) => string

/** The rule in a few sentences, as it stands beside an offer. */
export function describeOrderRule(
  rule: OrderRule,
  lang: Language,
  sayQuantity: SayQuantity,
): string[] {
  const { precedence, ties, floorPermille, partial } = rule
  const zh = lang === 'zh'
  const sentences: string[] = []
  if (precedence.by === 'honour')
    sentences.push(zh ? '荣誉分高的在前。' : 'Whoever has more honour comes first.')
  if (precedence.by === 'bands') {
    const from = precedence.fromHundredths
    sentences.push(
      zh
        ? `按荣誉分分档，起点依次是 ${from.map(formatHundredths).join('、')} 分；高一档的在前，同档内不再比分数。`
        : `Honour is banded, from ${from.map(formatHundredths).join(', ')} points on; a higher band comes first, and inside a band points count no more.`,
    )
  }
  if (precedence.by === 'honour_less_received') {
    const half = sayQuantity(precedence.halfAtQuantity)
    sentences.push(
      zh
        ? `荣誉分高的在前，但同类机会得得越多，荣誉分折得越多：得满 ${half}，折半。`
        : `Whoever has more honour comes first, but the more one has received of this kind, the less it counts: after ${half}, half.`,
    )
  }
  if (precedence.by === 'lot')
    sentences.push(zh ? '先后由抽签决定。' : 'The order is drawn by lot.')
  sentences.push(...ties.map((tie) => tieSentences[tie][lang]))
  if (precedence.by !== 'lot')
    sentences.push(zh ? '再相同的抽签。' : 'What is equal still goes by lot.')
  if (floorPermille > 0)
    sentences.push(
      zh
        ? `留出 ${floorPermille / 10}% 给村里表决要照顾的户。`
        : `${floorPermille / 10}% is kept for the households that the village voted to protect.`,
    )
  sentences.push(
    partial
      ? zh
        ? '剩下的不够申请的数量，但还有用，就给剩下的。'
        : 'Where less is left than was claimed, but of use, what is left is given.'
      : zh
        ? '只整份给，不够的轮给下一位。'
        : 'Only whole claims are met; what is too little goes to the next.',
  )
  return sentences
}

const tieSentences: Readonly<Record<OrderRule['ties'][number], Record<Language, string>>> = {
  less_received: {
    zh: '一样的，同类机会得得少的在前。',
    en: 'Between equals, whoever has received less of this kind comes first.',
  },
  longer_wait: {
    zh: '一样的，连着没轮到次数多的在前。',
    en: 'Between equals, whoever went without more times in a row comes first.',
  },
}

/** What came to a turn so far: of a queue that still runs, others may pass on what came to them. */
export type ComeSoFar = TurnOutcome | 'nothing_yet'

type ExplainedTurn = Omit<Turn, 'outcome'> & { readonly outcome: ComeSoFar }

/** One's own turn, why it is where it is, and what would have moved it. */
export function explainTurn(
  turn: ExplainedTurn,
  rule: OrderRule,
  move: Move,
  lang: Language,
  sayQuantity: SayQuantity,
): string[] {
  const why = reasons(turn, rule, lang, sayQuantity)
  const given = outcomes[turn.outcome][lang](sayQuantity(turn.givenQuantity))
  return [...why, given, ...(turn.place === 1 ? [] : [moves(move, lang)])]
}

function reasons(
  turn: ExplainedTurn,
  { precedence }: OrderRule,
  lang: Language,
  sayQuantity: SayQuantity,
): string[] {
  const zh = lang === 'zh'
  const honour = formatHundredths(turn.honourHundredths)
  const place = zh ? `排第 ${turn.place} 位` : `Place ${turn.place}`
  const received = sayQuantity(turn.receivedQuantity)
  const basis: Record<typeof precedence.by, string> = {
    honour: zh ? `荣誉分 ${honour} 分` : `${pointsEn(turn.honourHundredths)} of honour`,
    bands: bandBasis(turn, precedence, zh),
    honour_less_received: zh
      ? `荣誉分 ${honour} 分，同类机会已得 ${received}`
      : `${pointsEn(turn.honourHundredths)} of honour, with ${received} received of this kind`,
    lot: zh ? '抽签' : 'by lot',
  }
  const sentence = zh ? `${place}：${basis[precedence.by]}。` : `${place}: ${basis[precedence.by]}.`
  return [sentence, ...aheadSentence(turn.aheadBy, precedence.by, lang)]
}

function bandBasis(turn: ExplainedTurn, precedence: OrderRule['precedence'], zh: boolean): string {
  const from = precedence.by === 'bands' ? precedence.fromHundredths : []
  const band = bandOf(from, turn.honourHundredths) + 1
  const honour = formatHundredths(turn.honourHundredths)
  return zh
    ? `荣誉分 ${honour} 分，在第 ${band} 档`
    : `${pointsEn(turn.honourHundredths)} of honour, band ${band}`
}

function aheadSentence(
  by: DecidedBy | null,
  precedenceBy: OrderRule['precedence']['by'],
  lang: Language,
): string[] {
  if (by === null || by === precedenceBy) return []
  const words: Partial<Record<DecidedBy, Record<Language, string>>> = {
    less_received: {
      zh: '和后一位一样，因为同类机会得得少排在前面。',
      en: 'Equal to the next one; ahead for having received less of this kind.',
    },
    longer_wait: {
      zh: '和后一位一样，因为连着没轮到的次数多排在前面。',
      en: 'Equal to the next one; ahead for having gone without more often in a row.',
    },
    lot: {
      zh: '和后一位一样，抽签排在前面。',
      en: 'Equal to the next one; ahead by lot.',
    },
  }
  const sentence = words[by]
  return sentence === undefined ? [] : [sentence[lang]]
}

const outcomes: Readonly<Record<ComeSoFar, Record<Language, (quantity: string) => string>>> = {
  whole: {
    zh: (quantity) => `申请的都轮到了：${quantity}。`,
    en: (quantity) => `All that was claimed comes to it: ${quantity}.`,
  },
  part: {
    zh: (quantity) => `轮到时只剩 ${quantity}，都给您。`,
    en: (quantity) => `Only ${quantity} was left when the turn came, and comes to it.`,
  },
  too_little_left: {
    zh: () => '轮到时剩下的已不够用，轮给下一位。',
    en: () => 'What was left when the turn came was too little to be of use; it goes to the next.',
  },
  nothing_left: {
    zh: () => '轮到时已经没有了。',
    en: () => 'Nothing was left when the turn came.',
  },
  nothing_yet: {
    zh: () => '眼下还没有轮到。前面有人放弃或者少要，就依次往后轮。',
    en: () => 'Nothing has come to it yet. What those ahead pass on goes down the queue.',
  },
}

function moves(move: Move, lang: Language): string {
  if (move.by === 'none')
    return lang === 'zh'
      ? '多些荣誉分也不会往前排。'
      : 'More honour would not have moved it forward.'
  const points = formatHundredths(move.moreHundredths)
  if (move.to === 'level')
    return lang === 'zh'
      ? `再多 ${points} 分荣誉分，就和前一位同一档。`
      : `With ${pointsEn(move.moreHundredths)} of honour more, it would be in the band of the one ahead.`
  return lang === 'zh'
    ? `再多 ${points} 分荣誉分，就排到前一位之前。`
    : `With ${pointsEn(move.moreHundredths)} of honour more, it would stand before the one ahead.`
}
