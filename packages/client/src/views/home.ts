import { civilDay } from '@azalea/text'
import type { Answer } from '../contract.ts'
import type { Formats } from '../format.ts'
import type { KeyOf, Texts, Translate } from '../texts.ts'
import { homeMessages } from '../words/home-messages.ts'

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
            label: t(`waiting_${now.kind}`),
          },
    waiting: home.waiting.map((row) => ({
      kind: row.kind,
      id: row.id,
      ...waitingWords(row, speech),
    })),
    news: home.news.map(({ kind, id, title, at }) => ({
      kind,
      id,
      title: title ?? t(`news_${kind}`),
      note: title === null ? null : t(`news_${kind}`),
      at,
    })),
  }
}

/** The line of a kind, and its note or, where it has none, its time. */
function waitingWords(
  { kind, title, at, count }: Waiting,
  { t, format }: Speech,
): Pick<HomeRow<string>, 'title' | 'note' | 'at'> {
  const said = t(`waiting_${kind}`, { count, title: title ?? '' })
  const line = title === null || isAroundTitle(kind) ? said : title
  const noteOf = `waitingNote_${kind}`
  if (!isText(noteOf)) return { title: line, note: null, at }
  const needsDay = homeMessages.zh[noteOf].includes('{{day}}')
  if (needsDay && at === null) return { title: line, note: null, at: null }
  const day = at === null ? '' : format.day(civilDay(new Date(at)))
  return { title: line, note: t(noteOf, { day }), at: null }
}

function isAroundTitle(kind: Waiting['kind']): boolean {
  const texts: Texts = homeMessages.zh
  return texts[`waiting_${kind}`]?.includes('{{title}}') ?? false
}

function isText(key: string): key is keyof typeof homeMessages.zh & `waitingNote_${string}` {
  return Object.hasOwn(homeMessages.zh, key)
}
