import type { PolicyChange, LogVerdict } from '@azalea/client'
import { useT } from '../../ui/i18n.ts'
import { useFormat } from '../../ui/format.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { verifyMessages } from './messages.ts'
import { saveText } from '../../app/save-text.ts'
import { useNames } from './witness-words.ts'

type Alarm = Exclude<LogVerdict, { state: 'holds' }>

/** What does not hold, what that means, and what one can do. */
export function LogAlarm({
  alarm,
  villageId,
  onAccept,
  onAcceptAnew,
}: {
  alarm: Alarm
  villageId: string
  /** The reader has asked in the village and trusts the new keys. */
  onAccept: (policyText: string, change: PolicyChange) => void
  /** The reader has asked and takes a log that goes on from nothing they saw. */
  onAcceptAnew: () => void
}) {
  const t = useT(verifyMessages)
  const kind = alarm.state === 'unsigned' ? alarm.reason : alarm.state
  return (
    <Notice kind="wrong" {...actionsOf(t, alarm, villageId, { onAccept, onAcceptAnew })}>
      <strong>{t(`alarm_${kind}`)}</strong>
      <br />
      <Words alarm={alarm} />
      {alarm.state === 'policy_changed' && <Changes change={alarm.change} />}
    </Notice>
  )
}

function actionsOf(
  t: (key: 'accept' | 'acceptAnew' | 'saveEvidence') => string,
  alarm: Alarm,
  villageId: string,
  {
    onAccept,
    onAcceptAnew,
  }: {
    onAccept: (policyText: string, change: PolicyChange) => void
    onAcceptAnew: () => void
  },
) {
  if (alarm.state === 'policy_changed') {
    const { policyText, change } = alarm
    return { actions: <Button onClick={() => onAccept(policyText, change)}>{t('accept')}</Button> }
  }
  if (!('beforeNote' in alarm)) return {}
  const { beforeNote, head } = alarm
  const save = () => saveText(`evidence-${villageId}.txt`, evidenceOf(beforeNote, head.note))
  return {
    actions: (
      <>
        <Button onClick={save}>{t('saveEvidence')}</Button>
        {alarm.state === 'not_successor' && (
          <Button kind="quiet" onClick={onAcceptAnew}>
            {t('acceptAnew')}
          </Button>
        )}
      </>
    ),
  }
}

function Words({ alarm }: { alarm: Alarm }) {
  const t = useT(verifyMessages)
  const format = useFormat()
  const namesOf = useNames()
  switch (alarm.state) {
    case 'unsigned':
      return t(`words_${alarm.reason}`)
    case 'policy_changed':
      return t('words_policy_changed')
    case 'broken_tiles':
      return t('words_broken_tiles')
    case 'too_few_witnesses': {
      const { witnesses, witnessesNeeded } = alarm.head
      const missing = witnesses.filter(({ at }) => at === null).map(({ name }) => name)
      return t('words_too_few_witnesses', {
        needed: witnessesNeeded,
        present: witnesses.length - missing.length,
        names: namesOf(missing),
      })
    }
    case 'not_successor':
      return `${t(`succession_${alarm.fault}`)}${t('words_not_successor')}`
    case 'shrunk':
    case 'forked':
      return t(`words_${alarm.state}`, {
        before: format.number(alarm.before.size),
        size: format.number(alarm.head.checkpoint.size),
      })
  }
}

function Changes({ change: { log, gone, added, rekeyed, quorum } }: { change: PolicyChange }) {
  const t = useT(verifyMessages)
  const namesOf = useNames()
  const words = [
    ...(log ? [t('change_log')] : []),
    ...(gone.length > 0 ? [t('change_gone', { names: namesOf(gone) })] : []),
    ...(added.length > 0 ? [t('change_added', { names: namesOf(added) })] : []),
    ...(rekeyed.length > 0 ? [t('change_rekeyed', { names: namesOf(rekeyed) })] : []),
    ...(quorum ? [t('change_quorum')] : []),
  ]
  return (
    <ul>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}

/** Two signed notes that contradict each other; whoever checks them needs nothing else. */
export function evidenceOf(seen: string, served: string): string {
  return `${seen}\n${served}`
}
