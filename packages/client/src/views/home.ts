import { civilDay } from '@azalea/text'
import type { Answer } from '../contract.ts'
import type { Formats } from '../format.ts'
import type { KeyOf, Translate } from '../texts.ts'
import type { homeMessages } from '../words/home-messages.ts'

export type HomeAnswer = Answer<'/api/me/home'>
export type Waiting = HomeAnswer['waiting'][number]
export type News = HomeAnswer['news'][number]

/** A line that leads on; where that is, each client knows by `kind` and `id`. */
export interface HomeRow<Kind> {
  readonly kind: Kind
  readonly id: string | null
  readonly title: string
  readonly note: string | null
  /** The instant that it is about, shown beside the note. */
  readonly at: string | null
}

export type NewsRow = Pick<News, 'kind' | 'id' | 'at'> & {
  readonly title: string
  readonly note: string | null
}

export interface HomeView {
  readonly honour: string
  readonly rank: {
    readonly place: string
    readonly of: string
    /** How many places it moved since Monday; null while nobody knows. */
    readonly change: number | null
  } | null
  /** The one thing to do now: a shift that goes on. */
  readonly now: (Pick<Waiting, 'kind' | 'id'> & { readonly label: string }) | null
  readonly waiting: readonly HomeRow<Waiting['kind']>[]
  readonly news: readonly NewsRow[]
}

interface Speech {
  readonly t: Translate<KeyOf<(typeof homeMessages)['zh']>>
  readonly format: Formats
}

/** What the first screen of a household says. */
export function viewOfHome(home: HomeAnswer, speech: Speech): HomeView {
  const { t, format } = speech
  const { rank, competitors, change } = home.rank
  const now = home.waiting.find(({ kind }) => kind === 'check_in' || kind === 'check_out')
  return {
    honour: format.points(home.honourHundredths),
    rank:
      rank === null
        ? null
        : {
            place: t('rankValue', { rank: format.number(rank) }),
            of: t('competitors', { count: competitors }),
            change,
          },
    now:
      now === undefined
        ? null
        : {
            kind: now.kind,
            id: now.id,
            label: t(now.kind === 'check_out' ? 'checkOut' : 'checkIn'),
          },
    waiting: home.waiting.map((row) => ({
      kind: row.kind,
      id: row.id,
      ...waitingWords(row, speech),
    })),
    news: home.news.map(({ kind, id, title, at }) => ({
      kind,
      id,
      title: title ?? t(kind),
      note: title === null ? null : t(kind),
      at,
    })),
  }
}

function waitingWords(
  { kind, title, at, count }: Waiting,
  { t, format }: Speech,
): Pick<HomeRow<string>, 'title' | 'note' | 'at'> {
  switch (kind) {
    case 'check_in':
      return { title: title ?? t('checkIn'), note: null, at }
    case 'check_out':
      return { title: title ?? t('checkOut'), note: t('onDuty'), at: null }
    case 'shift_today':
      return { title: title ?? t('shiftToday'), note: null, at }
    case 'report_to_reply_to': {
      const day = at === null ? null : format.day(civilDay(new Date(at)))
      const note = day === null ? null : t('replyUntil', { day })
      return { title: t('reportToReply'), note, at: null }
    }
    case 'turn_called': {
      const note =
        at === null ? null : t('answerUntil', { day: format.day(civilDay(new Date(at))) })
      return { title: t('turnCalled', { title: title ?? '' }), note, at: null }
    }
    case 'awards_on_notice':
      return { title: t('awards', { count }), note: t('awardsHint'), at: null }
    case 'messages':
      return { title: t('unread', { count }), note: null, at: null }
    case 'join_household':
      return { title: t('join'), note: t('joinHint'), at: null }
  }
}
