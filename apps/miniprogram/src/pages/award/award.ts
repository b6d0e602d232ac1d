import {
  awardsMessages,
  stageMessages,
  viewOfAward,
  viewOfStages,
  type Answer,
  type AwardFate,
  type StageView,
} from '@azalea/client'
import { entryNumber } from '@azalea/tlog'
import {
  addresses,
  formats,
  goTo,
  isProblem,
  openSession,
  problemText,
  screenOf,
  speak,
  texts,
} from '../../core/index.ts'

const NOT_FOUND = 404

interface Shown {
  readonly title: string
  readonly points: string
  readonly about: string
  readonly rule: string
  readonly fate: string
  readonly successor: string
  readonly stages: readonly StageView[]
}

/** One award: its points with every stage, and its place in the village's log. */
Component({
  data: {
    screen: { t: {} as Record<string, string>, size: '' },
    state: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    id: '',
    award: null as Shown | null,
    log: '',
    mayVerify: false,
  },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      const shown = texts(awardsMessages, [
        'stages',
        'rule',
        'log',
        'logVerify',
        'unit',
        'seeSuccessor',
      ])
      this.setData({ ...screenOf(speak(awardsMessages)('award'), shown), id })
      return this.refresh()
    },
    async refresh() {
      const session = openSession()
      const { id } = this.data
      try {
        const award = await session.calls.get('/api/awards/{id}', { id })
        this.setData({ state: 'ready', problem: '', award: shownOf(award) })
        const place = await session.calls.get('/api/awards/{id}/log-place', { id })
        this.setData({
          log: logSentence(place),
          // It opens what stands sealed: for whom the award is about, and nobody else.
          mayVerify:
            place.state === 'in_log' &&
            session.current()?.person.personId === award.person.personId,
        })
      } catch (error) {
        // A village without a log has nothing to say of it.
        if (this.data.award !== null && isProblem(error) && error.status === NOT_FOUND) return
        this.setData({
          state: this.data.award === null ? 'failed' : 'ready',
          problem: problemText(error),
        })
      }
    },
    seeSuccessor() {
      goTo(addresses.award(this.data.award?.successor ?? ''))
    },
    verify() {
      goTo(addresses.verify(this.data.id))
    },
  },
})

function shownOf(award: Answer<'/api/awards/{id}'>): Shown {
  const [t, format] = [speak(awardsMessages), formats()]
  const { title, points, state, fate } = viewOfAward(award, { t, format })
  const { leadsTo } = fate ?? { leadsTo: null }
  return {
    title,
    points,
    about: [format.day(award.occurredOn), state].join(' · '),
    rule: award.rule.itemName,
    fate: fate === null ? '' : fateWords(fate),
    successor: leadsTo?.kind === 'award' ? leadsTo.id : '',
    stages: viewOfStages(award.stages, { t: speak(stageMessages), format }),
  }
}

function fateWords({ words, until }: AwardFate): string {
  if (until === null) return words
  const end = speak(awardsMessages)('fateUntil', { at: formats().until(until) })
  return `${words} ${end}`
}

/** Where it stands in the log, in a sentence. */
function logSentence({ state, index, entersOn }: Answer<'/api/awards/{id}/log-place'>): string {
  const [t, format] = [speak(awardsMessages), formats()]
  switch (state) {
    case 'in_log':
      return index === null
        ? t('logIn')
        : `${t('logIn')} · ${t('logNo', { no: format.number(entryNumber(index)) })}`
    case 'late':
      return t('logLate')
    case 'waiting':
      return entersOn === null ? t('logWaiting') : t('logEntersOn', { at: format.day(entersOn) })
  }
}
