import { receiptMessages, type ReceiptVerdict } from '@azalea/client'
import { entryNumber } from '@azalea/tlog'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useRecordKind } from '../../ui/log-words.ts'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import { evidenceOf } from './log-alarm.tsx'
import { Witnesses } from './log-section.tsx'
import { saveText } from '../../app/save-text.ts'
import { useWitnessed } from './witness-words.ts'
import './verify.css'

/** What the check of a receipt came to. */
export function ReceiptShown({ report, village }: { report: ReceiptVerdict; village: string }) {
  const t = useT(receiptMessages)
  switch (report.state) {
    case 'proved':
      return <Proved report={report} village={village} />
    case 'refused':
      return (
        <Notice kind="wrong">
          <strong>{t('refused')}</strong>
          <br />
          {t(`refused_${report.reason}`)}
        </Notice>
      )
    case 'forked': {
      const evidence = evidenceOf(report.receiptNote, report.logNote)
      return (
        <Notice
          kind="wrong"
          actions={
            <Button onClick={() => saveText('evidence.txt', evidence)}>{t('saveEvidence')}</Button>
          }
        >
          <strong>{t('alarm_forked')}</strong>
          <br />
          {t('forkedReceipt')}
        </Notice>
      )
    }
  }
}

function Proved({
  report: { index, head, leaf, parts, isCompared },
  village,
}: {
  report: Extract<ReceiptVerdict, { state: 'proved' }>
  village: string
}) {
  const t = useT(receiptMessages)
  const format = useFormat()
  const kindOf = useRecordKind()
  const witnessed = useWitnessed()
  const no = format.number(entryNumber(index))
  const sentence = t('proved', {
    kind: kindOf(leaf.kind),
    day: format.fullDay(leaf.at),
    village,
    no,
    witnesses: witnessed(head.witnesses),
  })
  return (
    <>
      <Notice kind="done">
        {sentence} {t(isCompared ? 'provedCompared' : 'provedAlone')}
      </Notice>
      <div className="outdent">
        <ReadAloud text={sentence} />
      </div>
      <Facts
        facts={[
          { label: t('place'), value: no },
          {
            label: t('witnessedAt'),
            value: head.witnesses.length > 0 ? <Witnesses witnesses={head.witnesses} /> : null,
          },
        ]}
      />
      <details>
        <summary>{t('opened')}</summary>
        {parts.length > 0 && (
          <>
            <p className="soft small">{t('openedParts')}</p>
            {parts.map((part) => (
              <pre key={JSON.stringify(part)} className="verify-json">
                {JSON.stringify(part, null, 2)}
              </pre>
            ))}
          </>
        )}
        <p className="soft small">{t('openedClear')}</p>
        <pre className="verify-json">{JSON.stringify(leaf.public, null, 2)}</pre>
      </details>
    </>
  )
}
