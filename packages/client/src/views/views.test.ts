import { describe, expect, it } from 'vitest'
import type { Answer } from '../contract.ts'
import { formatsFor } from '../format.ts'
import type { Language } from '../ports.ts'
import { translator, type Messages, type Texts } from '../texts.ts'
import { numbersMessages } from '../words/numbers-messages.ts'
import { waitingMessages } from '../words/waiting-messages.ts'
import { homeMessages } from '../words/home-messages.ts'
import { inboxMessages } from '../words/inbox-messages.ts'
import { platesMessages } from '../words/plates-messages.ts'
import { ratingsMessages } from '../words/ratings-messages.ts'
import { standingMessages } from '../words/standing-messages.ts'
import { viewOfHome, type HomeAnswer } from './home.ts'
import { dueWords, inboxTitle } from './inbox.ts'
import { movedWords, starsWords } from './numbers.ts'
import { viewOfPlate, type PlateAnswer } from './plate.ts'
import { viewOfRank, type OwnRank } from './rank.ts'
import { viewOfRating } from './rating.ts'
import { viewOfUnsent } from './unsent.ts'

const now = new Date('2026-03-02T15:30:00Z') // 23:30 in the village

function speech<Zh extends Texts>(messages: Messages<Zh>, language: Language = 'zh') {
  return { t: translator(messages, language), format: formatsFor(language, () => now) }
}

describe('a deadline in the inbox', () => {
  const due = (dueAt: string, language: Language = 'zh') =>
    dueWords(dueAt, now, translator(inboxMessages, language))

  it('counts days as the village does, not as Greenwich does', () => {
    expect(due('2026-03-02T15:59:00Z')).toEqual({ urgency: 'near', words: '今天到期' })
    expect(due('2026-03-02T16:01:00Z')).toEqual({ urgency: 'near', words: '明天到期' })
    expect(due('2026-03-05T16:01:00Z')).toEqual({ urgency: 'later', words: '还有 4 天' })
  })

  it('counts to the last day of what ends at its midnight', () => {
    expect(due('2026-03-02T16:00:00Z').words).toBe('今天到期')
    expect(due('2026-03-05T16:00:00Z').words).toBe('还有 3 天')
  })

  it('is missed from its minute on', () => {
    expect(due('2026-03-02T15:29:00Z')).toEqual({ urgency: 'overdue', words: '刚过期限' })
    expect(due('2026-02-27T01:00:00Z').words).toBe('过期 3 天')
    expect(due('2026-03-01T01:00:00Z', 'en').words).toBe('1 day overdue')
  })

  it('stands beside what is to be done', () => {
    const title = inboxTitle(
      { kind: 'activity_to_decide', title: '清扫' },
      translator(inboxMessages, 'zh'),
    )
    expect(title).toBe('审活动：清扫')
  })
})

describe('home', () => {
  const home: HomeAnswer = {
    household: { joined: true },
    walletHundredths: 500,
    honourHundredths: 1250,
    rank: { rank: 3, pointsHundredths: 1250, competitors: 48, change: 2 },
    waiting: [
      { kind: 'check_out', id: 's', title: '清扫', at: '2026-03-02T14:00:00Z', count: 1 },
      { kind: 'report_to_reply_to', id: 'r', title: null, at: '2026-03-05T16:00:00Z', count: 1 },
      { kind: 'awards_on_notice', id: null, title: null, at: null, count: 2 },
      { kind: 'messages', id: null, title: null, at: null, count: 1 },
      { kind: 'join_household', id: null, title: null, at: null, count: 1 },
      { kind: 'shift_today', id: 'a', title: null, at: '2026-03-02T14:00:00Z', count: 1 },
    ],
    news: [
      { kind: 'notice', id: 'n', title: null, at: '2026-03-01T00:00:00Z' },
      { kind: 'activity', id: 'a', title: '清扫', at: '2026-03-01T00:00:00Z' },
    ],
  }

  it('says points, place and what waits, each line with where it leads', () => {
    const view = viewOfHome(home, speech(homeMessages))
    expect(view).toMatchObject({
      honour: '12.5',
      rank: { place: '第 3 名', of: '共 48 户', change: 2 },
      now: { kind: 'check_out', id: 's', label: '去签退' },
    })
    expect(view.waiting.map(({ title, note }) => [title, note])).toEqual([
      ['清扫', '您已经签到'],
      ['有人反映您家，请说说情况', '3月6日周五以前'],
      ['2 笔积分正在公示', '公示期内可以提出异议'],
      ['1 条新消息', null],
      ['您家还没有加入积分', '自愿加入，随时可以退出'],
      ['今天的班次', null],
    ])
    expect(view.news.map(({ title, note }) => [title, note])).toEqual([
      ['积分公示', null],
      ['清扫', '活动'],
    ])
  })

  it('of somebody without points has no place', () => {
    const none = { ...home, rank: { ...home.rank, rank: null, change: null }, waiting: [] }
    expect(viewOfHome(none, speech(homeMessages, 'en'))).toMatchObject({ rank: null, now: null })
  })
})

const plate = {
  villageName: '大石盖村',
  subject: { kind: 'plot', label: '3 号菜地', groupName: '溪头', keeper: '陈×芳', isMine: false },
  stars: { averageTenths: 45, count: 4, distribution: [0, 0, 0, 2, 2] },
  fairScore: null,
  myRating: null,
  canRate: { ok: true, code: null, sentence: null },
} as unknown as PlateAnswer

describe('a plate', () => {
  it('says where it is, whose it is, its stars and the way to rate it', () => {
    const view = viewOfPlate(plate, speech(platesMessages))
    expect(view).toMatchObject({
      title: '3 号菜地',
      place: '大石盖村 · 溪头 · 菜地',
      keeper: '陈×芳',
      rate: '我要评',
      stars: { mean: 4.5, count: 4 },
    })
    expect(view.stars.given.map(({ star, share }) => [star, share])).toEqual([
      [5, 1],
      [4, 1],
      [3, 0],
      [2, 0],
      [1, 0],
    ])
  })

  it('of one’s own says why it is not rated, and no keeper', () => {
    const own = {
      ...plate,
      subject: { ...plate.subject, isMine: true },
      canRate: { ok: false, code: 'own_household', sentence: '这是您家的。' },
    } as PlateAnswer
    const view = viewOfPlate(own, speech(platesMessages))
    expect(view).toMatchObject({ keeper: null, rate: null, whyNot: '这是您家的。' })
  })
})

describe('one’s own place', () => {
  const own = {
    rank: 3,
    competitors: 48,
    change: -1,
    pointsHundredths: 1250,
    neighbours: [
      { rank: 2, gapHundredths: 150 },
      { rank: 4, gapHundredths: -200 },
    ],
  } as unknown as OwnRank

  it('says how far it is to the next', () => {
    expect(viewOfRank(own, 'households', speech(standingMessages))).toEqual({
      state: 'ranked',
      whose: '我家',
      place: '第 3 名',
      of: '共 48 户',
      change: -1,
      points: '12.5',
      gaps: '离第 2 名还差 1.5 分。 比后一名多 2 分。',
    })
  })

  it('is none without points', () => {
    const view = viewOfRank({ ...own, rank: null }, 'people', speech(standingMessages, 'en'))
    expect(view).toMatchObject({ state: 'none' })
  })
})

describe('a rating', () => {
  const result = {
    stars: { averageTenths: 50, count: 1, distribution: [0, 0, 0, 0, 1] },
    award: { awardId: 'w', state: 'final', pointsHundredths: 50 },
  } as unknown as Answer<'/api/ratings', 'post'>
  const given = { stars: 5, earlier: null }

  it('that the server took says what it earned', () => {
    const view = viewOfRating({ state: 'done', result }, given, speech(ratingsMessages))
    expect(view).toEqual({
      isGiven: true,
      words: '记下了，您评了 5 星。',
      replaced: null,
      starsNow: { mean: 5, count: 1 },
      earned: { awardId: 'w', state: '已经入账', points: '+0.5' },
      noAward: null,
    })
  })

  it('that waits says that it waits, and promises nothing', () => {
    const entry = {} as never
    const view = viewOfRating({ state: 'waiting', entry }, given, speech(ratingsMessages))
    expect(view).toMatchObject({ isGiven: false, starsNow: null, earned: null, noAward: null })
    expect(view.words).toContain('还没送出去')
  })

  it('that earns nothing says so', () => {
    const none = { ...result, award: null }
    const view = viewOfRating({ state: 'done', result: none }, given, speech(ratingsMessages))
    expect(view).toMatchObject({ earned: null, noAward: '村里的规则没有给评星记分。' })
  })
})

describe('numbers beside which a sign stands', () => {
  it('are said in words: how far a rank moved, how many stars from how many', () => {
    const { t } = speech(numbersMessages)
    expect([3, -1, 0].map((places) => movedWords(places, t))).toEqual([
      '上升 3 位',
      '下降 1 位',
      '没有变化',
    ])
    const english = speech(numbersMessages, 'en')
    expect(starsWords({ mean: 4.25, count: 1 }, english)).toEqual({
      mean: '4.3 of 5 stars',
      count: 'rated by 1 person',
    })
    expect(starsWords({ mean: null, count: 0 }, english)).toBeNull()
  })
})

describe('what a device keeps', () => {
  const entry = {
    key: 'k',
    personId: 'chen',
    kind: 'rating',
    path: '/api/ratings',
    body: {},
    label: '3 号菜地',
    occurredAt: '2026-03-02T04:00:00Z',
    sequence: 1,
    state: 'waiting',
  } as const
  const { t } = speech(waitingMessages)

  it('says what it is, that it waits, and how to take it back', () => {
    expect(viewOfUnsent(entry, { t, language: 'zh' })).toMatchObject({
      title: '打星 · 3 号菜地',
      stateWords: '等着发送',
      problem: null,
      drop: '不发了',
    })
  })

  it('says why the server did not take it, in the language of who reads', () => {
    const words = { zh: '今天评过了。', en: 'Rated today already.' }
    const problem = { status: 409, code: 'rating_twice', title: '', detail: '', words }
    const view = viewOfUnsent({ ...entry, state: 'refused', problem }, { t, language: 'en' })
    expect(view).toMatchObject({ problem: 'Rated today already.', drop: '知道了' })
  })
})
