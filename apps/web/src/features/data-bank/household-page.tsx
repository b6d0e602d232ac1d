import { useState } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { useDoor } from '../../app/door.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession, type SignedIn } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StageList } from '../../ui/stage-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { Members } from './members.tsx'
import { dataBankMessages } from './messages.ts'
import { useHeldData } from './use-held-data.ts'
import { WaitingLeave } from './waiting-leave.tsx'
import './data-bank.css'

/** My household: who belongs to it, whether it takes part, what that means, and the way out. */
export function HouseholdPage() {
  const t = useT(dataBankMessages)
  const doorOf = useDoor()
  const { session } = useSession()
  if (session === null) return null
  const { household, village } = session
  return (
    <Page
      title={t('household')}
      lead={
        <StateBadge tone={household.joined ? 'done' : 'past'}>
          {household.joined ? t('joined') : t('notJoinedState')}
        </StateBadge>
      }
      back="/me"
    >
      <Facts
        facts={[
          { label: t('village'), value: `${village.townName} ${village.name}` },
          { label: t('houseNo'), value: doorOf(household) },
        ]}
      />
      <WaitingLeave householdId={household.householdId} />
      <Members />
      <Consent villageId={village.villageId} household={household} />
      <Consents />
    </Page>
  )
}

function Consent({
  villageId,
  household,
}: {
  villageId: string
  household: SignedIn['household']
}) {
  const t = useT(dataBankMessages)
  const village = useAnswer('/api/villages/{villageId}', { villageId })
  return (
    <Section title={t('consent')}>
      {village.isPending && <Skeleton of="text" count={3} />}
      {village.isError && (
        <ErrorState error={village.error} onRetry={() => void village.refetch()} />
      )}
      {village.isSuccess && (
        <>
          <blockquote className="consent-text">{village.data.optInText}</blockquote>
          <div className="row">
            <span className="soft small">
              {t('consentVersion', { version: village.data.optInVersion })}
            </span>
            <ReadAloud text={village.data.optInText} />
          </div>
          <Decide {...household} />
        </>
      )}
    </Section>
  )
}

function Decide({ householdId, joined }: { householdId: string; joined: boolean }) {
  const t = useT(dataBankMessages)
  const [asking, setAsking] = useState(false)
  const decide = useCommand(
    (decision: 'join' | 'leave', idempotencyKey) =>
      post(
        '/api/households/{householdId}/consent',
        { householdId },
        { decision },
        { idempotencyKey },
      ),
    () => setAsking(false),
  )
  if (!joined) {
    return (
      <>
        <p>{t('joinMeans')}</p>
        <ProblemNotice error={decide.error} />
        <Button kind="primary" wide busy={decide.isPending} onClick={() => decide.mutate('join')}>
          {t('join')}
        </Button>
      </>
    )
  }
  return (
    <>
      <div className="outdent">
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('leave')}
        </Button>
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('leave')}>
        <div className="stack">
          <p>{t('leaveMeans')}</p>
          <p>{t('leaveKeeps')}</p>
          <ProblemNotice error={decide.error} />
          <ButtonRow>
            <Button kind="primary" busy={decide.isPending} onClick={() => decide.mutate('leave')}>
              {t('leaveSure')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('stay')}</Button>
          </ButtonRow>
        </div>
      </Dialog>
    </>
  )
}

/** When the household joined and left, as the log has it. */
function Consents() {
  const t = useT(dataBankMessages)
  const held = useHeldData()
  const consents = held.data?.consents ?? []
  if (consents.length === 0) return null
  return (
    <Section title={t('consents')}>
      <StageList
        label={t('consents')}
        stages={consents.map(({ decision, decidedAt, optInVersion }) => ({
          key: decidedAt,
          title: t(`decided_${decision}`),
          effect: <When at={decidedAt} />,
          words: t('consentVersion', { version: optInVersion }),
          tone: decision === 'join' ? 'done' : 'past',
        }))}
      />
    </Section>
  )
}
