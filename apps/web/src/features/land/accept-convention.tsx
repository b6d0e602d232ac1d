import { useState } from 'react'
import { post } from '../../app/api.ts'
import {
  forMyself,
  OnBehalfFields,
  onBehalfOf,
  type OnBehalf,
} from '../../app/on-behalf-fields.tsx'
import { outbox } from '../../app/outbox.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import type { Land, Plot } from './land.ts'
import { landMessages } from './messages.ts'
import './land.css'

/** The convention to read, and the button that accepts it with the plot; `transferOf` is passed on. */
export function AcceptConvention({
  land,
  plot,
  transferOf,
  onClaimed,
}: {
  land: Pick<Land, 'season' | 'convention' | 'canClaim'>
  plot: Pick<Plot, 'plotId' | 'label'>
  transferOf?: string
  /** The list that this stands in is read again at once, and this is gone. */
  onClaimed?: () => void
}) {
  const t = useT(landMessages)
  const [behalf, setBehalf] = useState<OnBehalf>(forMyself)
  const [hasRead, setRead] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const { season, convention, canClaim } = land
  const take = useTake({ plot, transferOf, season, behalf, onClaimed })
  if (take.data === 'waiting')
    return (
      <Notice kind="waiting" actions={<LinkButton to="/waiting">{t('toWaiting')}</LinkButton>}>
        {t('claimKept', { label: plot.label })}
      </Notice>
    )
  if (take.isSuccess) return <Finished words={t('claimed', { label: plot.label })} />
  if (season === null || convention === null)
    return <Notice kind="waiting">{canClaim.sentence ?? t('noSeason')}</Notice>
  const isBarred = !canClaim.ok && !behalf.isForOther
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (hasRead && onBehalfOf(behalf) !== null) take.mutate(convention.edition)
      }}
    >
      {transferOf === undefined && (
        <OnBehalfFields
          value={behalf}
          isAsked={isAsked}
          onChange={(part) => setBehalf((before) => ({ ...before, ...part }))}
        />
      )}
      {isBarred ? (
        <Notice kind="waiting">{canClaim.sentence ?? ''}</Notice>
      ) : (
        <>
          <h3>{t('convention', { edition: String(convention.edition) })}</h3>
          <blockquote className="convention">{convention.words}</blockquote>
          <ReadAloud text={convention.words} />
          <Checkbox label={t('accepts')} checked={hasRead} onChange={setRead} />
          {isAsked && !hasRead && <Notice kind="wrong">{t('acceptFirst')}</Notice>}
          <p className="soft">{t('willClaim', { name: season.name })}</p>
          <ProblemNotice error={take.error} />
          <Button kind="primary" submit wide busy={take.isPending}>
            {t('claim', { label: plot.label })}
          </Button>
        </>
      )}
    </Form>
  )
}

/** Takes a plot that is free, or that somebody passes on; the first also without a network. */
function useTake({
  plot,
  transferOf,
  season,
  behalf,
  onClaimed,
}: {
  plot: Pick<Plot, 'plotId' | 'label'>
  transferOf: string | undefined
  season: Land['season']
  behalf: OnBehalf
  onClaimed: (() => void) | undefined
}) {
  const personId = useSession().session?.person.personId ?? ''
  return useCommand(async (edition: number, idempotencyKey): Promise<'done' | 'waiting'> => {
    if (transferOf !== undefined) {
      await post('/api/leases/{id}/accept', { id: transferOf }, { edition }, { idempotencyKey })
      return 'done'
    }
    const body = { growingSeasonId: season?.growingSeasonId ?? '', edition, ...onBehalfOf(behalf) }
    const about = { personId, params: { id: plot.plotId }, label: plot.label }
    const { state } = await outbox.give({ ...about, kind: 'lease', body })
    if (state === 'done') onClaimed?.()
    return state
  })
}
