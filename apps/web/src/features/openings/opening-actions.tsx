import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { saveText } from '../../app/save-text.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { openingsMessages } from './messages.ts'
import { readOpened, type Opening } from './opening.ts'

/** What the reader can do about an opening: decide it, end it, or take along what it opens. */
export function OpeningActions({ opening }: { opening: Opening }) {
  const { session } = useSession()
  const isCommittee = hasRole(session, ['committee'])
  if (opening.state === 'proposed') return isCommittee ? <Decide opening={opening} /> : null
  if (opening.state !== 'granted') return null
  return (
    <>
      {opening.isMine && <Download opening={opening} />}
      {(isCommittee || opening.isMine) && <End opening={opening} />}
    </>
  )
}

function Decide({ opening }: { opening: Opening }) {
  const t = useT(openingsMessages)
  const [isAsked, setAsked] = useState(false)
  const decide = useCommand((decision: 'granted' | 'refused', idempotencyKey) =>
    post(
      '/api/openings/{openingId}/decision',
      { openingId: opening.openingId },
      { decision },
      { idempotencyKey },
    ),
  )
  const { isProposedByMe, isMine } = opening
  const close = () => setAsked(false)
  return (
    <>
      {isProposedByMe && <p className="soft">{t('ownProposal')}</p>}
      <ProblemNotice error={decide.error} />
      <ButtonRow>
        {!isProposedByMe && !isMine && (
          <Button kind="primary" onClick={() => setAsked(true)}>
            {t('grant')}
          </Button>
        )}
        <Button busy={decide.isPending && !isAsked} onClick={() => decide.mutate('refused')}>
          {t(isProposedByMe ? 'withdraw' : 'refuse')}
        </Button>
      </ButtonRow>
      <Dialog open={isAsked} onClose={close} title={t('grantTitle')}>
        <div className="stack">
          <p>{t('grantWords', { name: opening.auditorName ?? t('erased') })}</p>
          <ProblemNotice error={decide.error} />
          <ButtonRow>
            <Button
              kind="primary"
              busy={decide.isPending}
              onClick={() => decide.mutate('granted', { onSuccess: close })}
            >
              {t('grant')}
            </Button>
            <Button onClick={close}>{t('cancel')}</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}

function Download({ opening }: { opening: Opening }) {
  const t = useT(openingsMessages)
  const format = useFormat()
  const [share, setShare] = useState(0)
  const download = useMutation({
    mutationFn: () => readOpened(opening, setShare),
    onSuccess: (text) => saveText(`openings-${opening.fromDay}-${opening.throughDay}.jsonl`, text),
  })
  return (
    <>
      <p className="soft">{t('downloadHint')}</p>
      <ProblemNotice error={download.error} />
      <div className="row">
        <Button
          kind="primary"
          icon={DownloadSimpleIcon}
          busy={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('download')}
        </Button>
        {download.isPending && (
          <output>{t('downloading', { percent: format.percent(share) })}</output>
        )}
      </div>
    </>
  )
}

function End({ opening }: { opening: Opening }) {
  const t = useT(openingsMessages)
  const end = useCommand((openingId: string, idempotencyKey) =>
    post('/api/openings/{openingId}/end', { openingId }, undefined, { idempotencyKey }),
  )
  return (
    <>
      <ProblemNotice error={end.error} />
      <div className="outdent">
        <Button kind="quiet" busy={end.isPending} onClick={() => end.mutate(opening.openingId)}>
          {t('end')}
        </Button>
      </div>
    </>
  )
}
