import { type LogHead, type LogVerdict, sightOf } from '@azalea/client'
import { Suspense } from 'react'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { useNow } from '../../app/use-now.ts'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { useWitnessName } from '../../ui/log-words.ts'
import { verifyMessages } from './messages.ts'
import type { CheckedLog } from './use-log.ts'
import { useNames, useWitnessed } from './witness-words.ts'
import './verify.css'

/** A log is signed anew every ten minutes even when nothing happens; twice that and a little more. */
const STALE_AFTER_MINUTES = 25

/** The sentence does not wait for its voice. */
const ReadAloud = lazyPage(() => import('../../ui/read-aloud.tsx').then((m) => m.ReadAloud))

type Holding = Extract<LogVerdict, { state: 'holds' }>

/** In one sentence what was proved, then who signed and who is missing. */
export function LogHolds({
  report,
  isKept,
  isFirstVisit,
  village,
}: Pick<CheckedLog, 'isKept' | 'isFirstVisit'> & { report: Holding; village: string }) {
  const t = useT(verifyMessages)
  const sentence = useSentence(report, { isFirstVisit, isKept }, village)
  return (
    <>
      <Notice kind="done">{sentence}</Notice>
      <div className="outdent">
        <Suspense fallback={null}>
          <ReadAloud text={sentence} />
        </Suspense>
      </div>
      {!isKept && <Notice kind="waiting">{t('notKept')}</Notice>}
      <Missing head={report.head} />
      <Stale head={report.head} />
    </>
  )
}

function useSentence(
  report: Holding,
  { isFirstVisit, isKept }: Pick<CheckedLog, 'isFirstVisit' | 'isKept'>,
  village: string,
): string {
  const t = useT(verifyMessages)
  const format = useFormat()
  const witnessed = useWitnessed()
  const { head, before, follows } = report
  const { size } = head.checkpoint
  const words = { village, size: format.number(size), witnesses: witnessed(head.witnesses) }
  const seen = before?.size ?? 0
  switch (sightOf(report, isFirstVisit)) {
    case 'after':
      return t('holdsAfter', { ...words, before: format.number(follows?.size ?? 0) })
    case 'first':
      return t(isKept ? 'holdsFirst' : 'holdsNow', words)
    case 'same':
      return t('holdsSame', words)
    case 'more':
      return t('holdsMore', {
        ...words,
        more: format.number(size - seen),
        before: format.number(seen),
      })
  }
}

/** Which witness is missing, and what that means. */
function Missing({ head: { witnesses, witnessesNeeded } }: { head: LogHead }) {
  const t = useT(verifyMessages)
  const namesOf = useNames()
  const missing = witnesses.filter(({ at }) => at === null).map(({ name }) => name)
  if (witnesses.length === 0) return <Notice kind="waiting">{t('nobodyWatches')}</Notice>
  if (missing.length === 0) return null
  const present = witnesses.length - missing.length
  return (
    <Notice kind="waiting">
      <strong>{t('missing', { names: namesOf(missing) })}</strong>{' '}
      {t('missingEnough', { needed: witnessesNeeded, present })}
    </Notice>
  )
}

/** By the server's word: who does not answer now, though the published checkpoint has their line. */
export function Silent({
  witnesses,
}: {
  witnesses: readonly { name: string; absentSince: string | null }[]
}) {
  const t = useT(verifyMessages)
  const format = useFormat()
  const nameOf = useWitnessName()
  return witnesses.map(({ name, absentSince }) => (
    <Notice key={name} kind="waiting">
      {t('serverSays_silent', { name: nameOf(name), at: format.when(absentSince ?? '') })}
    </Notice>
  ))
}

function Stale({ head: { witnesses } }: { head: LogHead }) {
  const t = useT(verifyMessages)
  const format = useFormat()
  const now = useNow()
  const times = witnesses.flatMap(({ at }) => (at === null ? [] : [at.getTime()]))
  const last = Math.max(...times)
  if (times.length === 0 || now.getTime() - last < STALE_AFTER_MINUTES * 60_000) return null
  return (
    <Notice kind="waiting">
      {t('stale', { at: format.when(last), minutes: STALE_AFTER_MINUTES })}
    </Notice>
  )
}

/** The checkpoint's own facts, for whoever compares them with another's. */
export function LogFacts({ head }: { head: LogHead }) {
  const t = useT(verifyMessages)
  const format = useFormat()
  const { checkpoint, witnesses, witnessesNeeded } = head
  return (
    <Facts
      facts={[
        { label: t('signedBy'), value: <span className="verify-code">{checkpoint.origin}</span> },
        { label: t('entries'), value: format.number(checkpoint.size) },
        {
          label: t('root'),
          value: <span className="verify-code">{hexOf(checkpoint.rootHash)}</span>,
        },
        {
          label: t('witnesses'),
          value: witnesses.length > 0 ? <Witnesses witnesses={witnesses} /> : null,
        },
        {
          label: t('rule'),
          value:
            witnessesNeeded === 0
              ? t('ruleNone')
              : t('ruleNeeds', { of: witnesses.length, needed: witnessesNeeded }),
        },
      ]}
    />
  )
}

export function Witnesses({ witnesses }: Pick<LogHead, 'witnesses'>) {
  const t = useT(verifyMessages)
  const nameOf = useWitnessName()
  if (witnesses.length === 0) return null
  return (
    <ul className="verify-witnesses">
      {witnesses.map(({ name, at }) => (
        <li key={name}>
          <span>{nameOf(name)}</span>
          {at === null ? (
            <StateBadge tone="waiting">{t('witnessNotThere')}</StateBadge>
          ) : (
            <span className="soft">
              <When at={at} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** In groups of four, to be read out to another person. */
function hexOf(hash: Uint8Array): string {
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
