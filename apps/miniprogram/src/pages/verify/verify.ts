import {
  awardsMessages,
  receiptMessages,
  recordKindWords,
  translator,
  type KeyOf,
  type ReceiptVerdict,
  type Translate,
} from '@azalea/client'
import { entryNumber } from '@azalea/tlog'
import {
  currentSettings,
  formats,
  openSession,
  problemText,
  screenOf,
  speak,
  texts,
} from '../../core/index.ts'
import { checkReceipt } from './check-receipt.ts'
import { verifyMessages } from './messages.ts'

type ReceiptText = Translate<KeyOf<(typeof receiptMessages)['zh']>>

/** The verdict over a receipt, said by a sign and in words. */
interface Shown {
  readonly state: 'checking' | 'proved' | 'refused' | 'forked' | 'failed'
  readonly sign: string
  readonly verdict: string
  readonly remarks: readonly string[]
  readonly parts: readonly string[]
}

const checking: Shown = { state: 'checking', sign: '', verdict: '', remarks: [], parts: [] }

/** Checks the receipt of an award on this phone. */
Component({
  data: { screen: { t: {} as Record<string, string>, size: '' }, award: '', ...checking },
  methods: {
    onLoad({ award = '' }: { award?: string }) {
      this.setData({
        ...screenOf(
          speak(awardsMessages)('logVerify'),
          texts(verifyMessages),
          texts(receiptMessages, ['openedParts']),
        ),
        award,
      })
      return this.check()
    },
    async check() {
      this.setData({ ...checking })
      const session = openSession()
      const village = session.current()?.village
      if (village === undefined) return
      try {
        const report = await checkReceipt(session, village.villageId, this.data.award)
        this.setData({ ...shownOf(report, village.name) })
      } catch (error) {
        this.setData({ ...checking, state: 'failed', sign: '?', verdict: problemText(error) })
      }
    },
  },
})

function shownOf(report: ReceiptVerdict, village: string): Shown {
  const t: ReceiptText = translator(receiptMessages, currentSettings().language)
  switch (report.state) {
    case 'proved':
      return proved(report, village, t)
    case 'refused':
      return {
        ...checking,
        state: 'refused',
        sign: '✗',
        verdict: t('refused'),
        remarks: [t(`refused_${report.reason}`)],
      }
    case 'forked':
      return { ...checking, state: 'forked', sign: '✗', verdict: t('forkedReceipt') }
  }
}

function proved(
  { index, head, leaf, parts, isCompared }: Extract<ReceiptVerdict, { state: 'proved' }>,
  village: string,
  t: ReceiptText,
): Shown {
  const own = speak(verifyMessages)
  const { language } = currentSettings()
  const count = head.witnesses.filter(({ at }) => at !== null).length
  const witnesses = count === 0 ? own('unwitnessed') : own('witnessed', { count })
  return {
    state: 'proved',
    sign: '✓',
    verdict: t('proved', {
      kind: recordKindWords(leaf.kind, language),
      day: formats().fullDay(leaf.at),
      village,
      no: formats().number(entryNumber(index)),
      witnesses,
    }),
    remarks: [t(isCompared ? 'provedCompared' : 'provedAlone')],
    parts: parts.map((part) => JSON.stringify(part, null, 1)),
  }
}
