import { formatQuantity } from '@azalea/scoring'
import { apiUrl, post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { useCommand } from '../../app/use-command.ts'
import { useStepFocus } from '../../ui/use-step-focus.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Day, When } from '../../ui/when.tsx'
import { itemOf, unitOf, useRuleSheet } from './deed-item.ts'
import type { Decided, Deed } from './deed.ts'
import { deedsMessages } from './messages.ts'
import { RefuseDeed } from './refuse-deed.tsx'
import { SheetWords } from '../../ui/sheet-words.tsx'

/** A deed with everything that speaks for it, and the two answers to it. */
export function DeedCard({
  deed,
  onDecided,
  isStep = false,
}: {
  deed: Deed
  /** Opened beside its list: its heading takes the focus. */
  isStep?: boolean
  onDecided: (decided: Decided) => void
}) {
  const t = useT(deedsMessages)
  const { person, itemName, words, photoFileId, state, decisionReason } = deed
  const heading = useStepFocus<HTMLHeadingElement>(isStep)
  return (
    <li className="deeds__deed">
      <div>
        <h2 className="deeds__item" ref={heading} tabIndex={-1}>
          <SheetWords text={itemName} />
        </h2>
        <DeedFacts deed={deed} />
      </div>
      {words !== null && <p className="deeds__words">{words}</p>}
      {photoFileId !== null && (
        <img
          className="deeds__photo"
          src={apiUrl('/api/photos/{fileId}', { fileId: photoFileId })}
          alt={t('photo', { name: person.name })}
          loading="lazy"
        />
      )}
      {decisionReason !== null && decisionReason !== '' && (
        <p>{t('reasonGiven', { reason: decisionReason })}</p>
      )}
      {state === 'recorded' && <Decision deed={deed} onDecided={onDecided} />}
    </li>
  )
}

function DeedFacts({ deed }: { deed: Deed }) {
  const t = useT(deedsMessages)
  const language = useLanguage()
  const sheet = useRuleSheet()
  const item = itemOf(sheet.data?.sheet, deed.itemRef)
  const { person, recordedBy, quantity, occurredOn, recordedAt } = deed
  return (
    <Facts
      facts={[
        { label: t('who'), value: <strong>{person.name}</strong> },
        { label: t('day'), value: <Day day={occurredOn} /> },
        {
          label: t('quantity'),
          value: item === undefined ? quantity : formatQuantity(quantity, unitOf(item), language),
        },
        {
          label: t('recordedBy'),
          value: (
            <>
              {recordedBy.personId === person.personId ? t('byOneself') : recordedBy.name}{' '}
              <span className="soft small">
                <When at={recordedAt} />
              </span>
            </>
          ),
        },
      ]}
    />
  )
}

function Decision({ deed, onDecided }: { deed: Deed; onDecided: (decided: Decided) => void }) {
  const t = useT(deedsMessages)
  const { contributionId, canDecide, person, itemName } = deed
  const decide = useCommand(
    (body: { decision: 'accept' | 'refuse'; reason?: string }, idempotencyKey) =>
      post('/api/deeds/{id}/decide', { id: contributionId }, body, { idempotencyKey }),
    (answer) => onDecided({ deed, ...answer }),
  )
  if (!canDecide.ok) return <p className="soft small">{canDecide.sentence}</p>
  const names = { name: person.name, item: itemName }
  return (
    <>
      <p className="soft small">{t('willAccept')}</p>
      <ProblemNotice error={decide.error} />
      <ButtonRow>
        <Button
          label={t('acceptLabel', names)}
          busy={decide.isPending}
          onClick={() => decide.mutate({ decision: 'accept' })}
        >
          {t('accept')}
        </Button>
        <RefuseDeed
          deed={deed}
          busy={decide.isPending}
          onRefuse={(reason) => decide.mutate({ decision: 'refuse', reason })}
        />
      </ButtonRow>
    </>
  )
}
