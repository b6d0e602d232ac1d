import { translator } from '../texts.ts'
import { roundMessages } from '../words/round-messages.ts'
import { number, optionalText, text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about what one's household sells to the company. */
export const roundKinds = [
  'round.slot',
  'round.missed',
  'round.settled',
  'weigh_in.accepted',
  'weigh_in.refused',
  'weigh_in.decided',
] as const

const refused = {
  wet: 'weigh_in.because_wet',
  damaged: 'weigh_in.because_damaged',
  pests: 'weigh_in.because_pests',
  mixed: 'weigh_in.because_mixed',
  other_crop: 'weigh_in.because_other_crop',
  too_old: 'weigh_in.because_too_old',
} as const
const grades = {
  first: 'weigh_in.grade_first',
  second: 'weigh_in.grade_second',
  third: 'weigh_in.grade_third',
} as const

const wordOf = <W extends string>(words: Readonly<Record<string, W>>, word: unknown, or: W): W =>
  Object.entries(words).find(([one]) => one === word)?.[1] ?? or

export function aboutRounds(
  kind: (typeof roundKinds)[number],
  params: Message['params'],
  { format, language }: MessageContext,
): MessageText {
  const t = translator(roundMessages, language)
  const about = at('round', text(params['roundId']))
  const title =
    (language === 'en' ? optionalText(params['titleEn']) : null) ?? text(params['title'])
  const crop = text(params['crop'])
  const kg = format.number(number(params['grams']) / 1000)
  if (kind === 'round.slot') {
    const instant = text(params['at'])
    const when = instant === '' ? '' : format.full(instant)
    const said = { title, when, point: text(params['collectionPoint']), kg }
    return { text: t(kind, said), words: null, about }
  }
  if (kind === 'round.missed') return { text: t(kind, { title }), words: null, about }
  if (kind === 'round.settled') {
    const said = { title, money: format.money(number(params['paidFen'])) }
    const key = number(params['no']) > 1 ? 'round.corrected' : kind
    return { text: t(key, said), words: null, about }
  }
  if (kind === 'weigh_in.decided') {
    const upheld = params['outcome'] === 'upheld'
    const key = upheld ? 'weigh_in.upheld' : 'weigh_in.dismissed'
    return { text: t(key, { crop }), words: optionalText(params['reasons']), about }
  }
  const grade = t(wordOf(grades, params['grade'], 'weigh_in.grade_first'))
  if (kind === 'weigh_in.refused') {
    const because = t(wordOf(refused, params['because'], 'weigh_in.because_damaged'))
    return { text: t(kind, { crop, kg, because }), words: null, about }
  }
  const lot = text(params['lotNumber'])
  return { text: t(kind, { crop, kg, grade, lot }), words: null, about }
}
