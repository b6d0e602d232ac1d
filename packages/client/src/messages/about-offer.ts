import { number, optionalText, text } from './params.ts'
import { translator } from '../texts.ts'
import { offerMessages } from '../words/offer-messages.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** Messages about what is scarce, and whose turn it is. */
export const offerKinds = [
  'offer.cancelled',
  'claim.entered',
  'claim.withdrawn',
  'turn.called',
  'turn.waiting',
  'turn.entered',
  'turn.lapsed',
  'turn.kept',
  'turn.disputed',
  'turn.decided',
  'turn.overdue',
] as const

/** Those that are said to a person, and not to a household, where persons claim. */
const personKinds = [
  'claim.entered',
  'claim.withdrawn',
  'turn.called',
  'turn.waiting',
  'turn.lapsed',
  'turn.kept',
  'turn.disputed',
] as const

/** What became of an offer that one has a claim to. */
export function aboutOffer(
  kind: (typeof offerKinds)[number],
  params: Message['params'],
  { format, language }: MessageContext,
): MessageText {
  const t = translator(offerMessages, language)
  const { dueOn } = params
  const offerId = text(params['offerId'])
  const about = kind === 'turn.overdue' ? at('offer_at_desk', offerId) : at('offer', offerId)
  const said = {
    title: (language === 'en' ? optionalText(params['titleEn']) : null) ?? text(params['title']),
    place: number(params['place']),
    by: text(params['byName']),
    day: typeof dueOn === 'string' ? format.day(dueOn) : '',
  }
  if (kind === 'turn.decided') {
    const key = params['outcome'] === 'upheld' ? 'turn.upheld' : 'turn.dismissed'
    return { text: t(key, said), words: optionalText(params['reasons']), about }
  }
  if (kind === 'turn.entered') {
    const key = number(params['quantity']) > 0 ? 'turn.entered_taken' : 'turn.entered_passed'
    return { text: t(key, said), words: null, about }
  }
  const own = params['claimant'] === 'person' ? personKinds.find((one) => one === kind) : undefined
  const key = own === undefined ? kind : (`${own}_person` as const)
  return { text: t(key, said), words: optionalText(params['reason']), about }
}
