import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'
import { number, optionalText, text } from './params.ts'

/** What became of an award: the points before and after in one sentence, and what honour does. */
export function aboutEffect(
  kind: 'award.recounted' | 'award.superseded' | 'objection.answered',
  params: Message['params'],
  context: MessageContext,
): MessageText {
  const { t, format, itemName } = context
  if (kind === 'objection.answered') {
    const words = optionalText(params['reasons'])
    const about = at('objection', text(params['objectionId']))
    return { text: answeredText(params, context), words, about }
  }
  const isFinal = params['state'] === 'final'
  const said = {
    item: itemName(text(params['itemRef'])),
    from: format.points(number(params['fromHundredths'])),
    points: format.points(number(params['pointsHundredths'])),
  }
  const about = at('award', text(params['awardId']))
  if (kind === 'award.recounted')
    return { text: t(isFinal ? kind : 'award.recountedNotice', said), words: null, about }
  const fromItem = itemName(text(params['fromItemRef']))
  const key = isFinal ? kind : 'award.supersededNotice'
  return { text: t(key, { ...said, fromItem }), words: null, about }
}

/** An award that was taken back, and no other takes its place. */
export function reversedText(
  params: Message['params'],
  { t, format, itemName }: Pick<MessageContext, 't' | 'format' | 'itemName'>,
): string {
  const honour = number(params['honourHundredths'])
  return t(honour === 0 ? 'award.reversedUnposted' : 'award.reversed', {
    item: itemName(text(params['itemRef'])),
    points: format.points(number(params['pointsHundredths'])),
    honour: format.signedPoints(honour),
  })
}

function answeredText(params: Message['params'], { t, format, itemName }: MessageContext): string {
  const honour = number(params['honourHundredths'])
  const said = {
    item: itemName(text(params['itemRef'])),
    from: format.points(number(params['fromHundredths'])),
    honour: format.signedPoints(honour),
  }
  if (params['outcome'] !== 'upheld') return t('objection.refused', said)
  const newPoints = params['newPointsHundredths']
  if (typeof newPoints !== 'number')
    return t(honour === 0 ? 'objection.upheldUnposted' : 'objection.upheld', said)
  const to = format.points(newPoints)
  if (params['newState'] === 'final') return t('objection.corrected', { ...said, to })
  return t('objection.correctedNotice', { ...said, to })
}
