import { number, optionalText, text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about what is scarce, and whose turn it is. */
export const offerKinds = [
  'offer.cancelled',
  'claim.entered',
  'claim.withdrawn',
  'turn.called',
  'turn.waiting',
  'turn.lapsed',
  'turn.kept',
  'turn.disputed',
  'turn.decided',
  'turn.overdue',
] as const

/** What became of an offer that one has a claim to. */
export function aboutOffer(
  kind: (typeof offerKinds)[number],
  params: Message['params'],
  { t, format, language }: MessageContext,
): MessageText {
  const { dueOn } = params
  const offerId = text(params['offerId'])
  const about = kind === 'turn.overdue' ? at('offer_at_desk', offerId) : at('offer', offerId)
  const said = {
    title: (language === 'en' ? optionalText(params['titleEn']) : null) ?? text(params['title']),
    place: number(params['place']),
    day: typeof dueOn === 'string' ? format.day(dueOn) : '',
  }
  if (kind === 'turn.decided') {
    const key = params['outcome'] === 'upheld' ? 'turn.upheld' : 'turn.dismissed'
    return { text: t(key, said), words: optionalText(params['reasons']), about }
  }
  return { text: t(kind, said), words: optionalText(params['reason']), about }
}
