import { number, text } from './params.ts'
import { at, type Message, type MessageContext, type MessageText } from './message-context.ts'

/** What went on notice for me: each item with its points, and until when one may object. */
export function aboutNotice(
  { awardId, lastDay, items }: Message['params'],
  { t, format, itemName }: MessageContext,
): MessageText {
  const what = (Array.isArray(items) ? items : [])
    .filter((item) => typeof item === 'object' && item !== null)
    .map((item: Record<string, unknown>) =>
      t('noticed', {
        item: itemName(text(item['itemRef'])),
        count: number(item['awards']),
        points: format.signedPoints(number(item['pointsHundredths'])),
      }),
    )
    .join(t('noticedJoin'))
  return {
    text: t('awards.on_notice', { what, day: format.day(text(lastDay)) }),
    words: null,
    about: typeof awardId === 'string' ? at('award', awardId) : at('my_awards_on_notice'),
  }
}
