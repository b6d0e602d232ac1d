import type { Result } from '@azalea/client'
import { ApiProblem } from '@azalea/client'
import { SealCheckIcon } from '@phosphor-icons/react/dist/csr/SealCheck'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Day, When } from '../../ui/when.tsx'
import { traceMessages } from './messages.ts'

type Trace = Result<'/api/villages/{villageId}/packs/{number}'>
type Lot = Trace['lots'][number]

/** What is in a pack, for whoever scans it: from the plot on, each step with its proof. */
export function TracePage() {
  const t = useT(traceMessages)
  const { villageId = '', number = '' } = useParams()
  const trace = useAnswer('/api/villages/{villageId}/packs/{number}', { villageId, number })
  const isRefused = trace.error instanceof ApiProblem && trace.error.status < 500
  if (trace.isSuccess) return <Shown trace={trace.data} villageId={villageId} />
  return (
    <Page title={t('pack')} lead={number}>
      {trace.isPending && <Skeleton count={4} />}
      {trace.isError && (
        <ErrorState
          error={trace.error}
          {...(isRefused ? {} : { onRetry: () => void trace.refetch() })}
        />
      )}
    </Page>
  )
}

function Shown({ trace, villageId }: { trace: Trace; villageId: string }) {
  const t = useT(traceMessages)
  const format = useFormat()
  const { number } = trace
  return (
    <Page title={trace.crop} lead={t('from', { village: trace.villageName })}>
      {trace.isRecalled && <Notice kind="wrong">{t('recalled')}</Notice>}
      <Facts
        facts={[
          { label: t('net'), value: weight(format.number(trace.netGrams)) },
          { label: t('packedAt'), value: <When at={trace.packedAt} /> },
          {
            label: t('bestBefore'),
            value: trace.bestBefore === null ? null : <Day day={trace.bestBefore} />,
          },
          { label: t('number'), value: number },
          { label: t('together'), value: t('packs', { count: trace.packCount }) },
        ]}
      />
      <Proof villageId={villageId} number={number} recordId={trace.recordId} />
      {trace.lots.map((lot) => (
        <LotSection key={lot.number} lot={lot} villageId={villageId} number={number} />
      ))}
      <p className="soft small">{t('proofWords')}</p>
    </Page>
  )
}

const weight = (grams: string) => `${grams} g`

interface Step {
  villageId: string
  number: string
}

function LotSection({ lot, ...step }: { lot: Lot } & Step) {
  const t = useT(traceMessages)
  const format = useFormat()
  const group = lot.groupName === null ? t('plotMasked') : t('plotIn', { group: lot.groupName })
  return (
    <Section title={t('lot', { number: lot.number })}>
      <Facts
        facts={[
          { label: t('grower'), value: lot.growerName ?? t('growerMasked') },
          { label: t('plot'), value: lot.plotLabel ?? group },
          { label: t('harvested'), value: <Day day={lot.harvestedOn} /> },
          { label: t('grade'), value: t(lot.grade) },
          { label: t('inPack'), value: `${format.number(lot.takenGrams / 1000)} kg` },
        ]}
      />
      <Proof {...step} recordId={lot.recordId} />
      <h3>{t('applied')}</h3>
      {lot.applied.length === 0 && <p className="soft">{t('appliedNone')}</p>}
      <ul className="list" aria-label={t('applied')}>
        {lot.applied.map((one) => (
          <li key={one.recordId}>
            <strong>{one.name}</strong> · {one.amount} · <Day day={one.on} />
            <br />
            <span className="soft small">
              {t(one.preHarvestDays === 0 ? 'noInterval' : 'daysBefore', {
                days: one.daysBefore,
                interval: one.preHarvestDays,
              })}
            </span>
            <Proof {...step} recordId={one.recordId} />
          </li>
        ))}
      </ul>
      <h3>{t('tests')}</h3>
      {lot.tests.length === 0 && <p className="soft">{t('testsNone')}</p>}
      <ul className="list" aria-label={t('tests')}>
        {lot.tests.map((one) => (
          <li key={one.recordId}>
            <StateBadge tone={one.outcome === 'passed' ? 'done' : 'wrong'}>
              {t(one.outcome)}
            </StateBadge>{' '}
            {t(one.method)} · <Day day={one.on} />
            <Proof {...step} recordId={one.recordId} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Proof({ villageId, number, recordId }: Step & { recordId: string }) {
  const t = useT(traceMessages)
  return (
    <div className="outdent">
      <LinkButton
        kind="quiet"
        icon={SealCheckIcon}
        to={`/verify/${villageId}?pack=${encodeURIComponent(number)}&record=${recordId}`}
      >
        {t('proof')}
      </LinkButton>
    </div>
  )
}
