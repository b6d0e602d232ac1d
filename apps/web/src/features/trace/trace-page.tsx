import { ApiProblem, partnerKindsMessages } from '@azalea/client'
import { SealCheckIcon } from '@phosphor-icons/react/dist/csr/SealCheck'
import { useParams } from 'wouter'
import { apiUrl } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Day, When } from '../../ui/when.tsx'
import { traceMessages } from './messages.ts'
import { stepsOf, type Lot, type Step, type Trace } from './steps.ts'
import '../../ui/stage-list.css'
import './trace.css'

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
  const pack = { villageId, number }
  return (
    <Page title={trace.crop} lead={t('from', { village: trace.villageName })}>
      {trace.isRecalled && <Notice kind="wrong">{t('recalled')}</Notice>}
      <Facts
        facts={[
          { label: t('net'), value: t('kg', { amount: format.weight(trace.netGrams) }) },
          { label: t('packedAt'), value: <When at={trace.packedAt} /> },
          {
            label: t('bestBefore'),
            value: trace.bestBefore === null ? null : <Day day={trace.bestBefore} />,
          },
          { label: t('number'), value: number },
          { label: t('gtin'), value: trace.gtin },
          { label: t('together'), value: t('packs', { count: trace.packCount }) },
        ]}
      />
      <Proof {...pack} recordId={trace.recordId} what={t('packed')} />
      <p className="soft small">{t('proofWords')}</p>
      <p className="small">
        <a href={apiUrl('/api/villages/{villageId}/packs/{number}/epcis', { villageId, number })}>
          {t('epcis')}
        </a>
      </p>
      {trace.lots.length > 1 && <p>{t('mixed', { count: trace.lots.length })}</p>}
      {trace.lots.map((lot) => (
        <LotSection key={lot.number} lot={lot} pack={pack} />
      ))}
      {trace.told.length > 0 && <Told told={trace.told} />}
    </Page>
  )
}

/** What partners said, apart from what the log proves. */
function Told({ told }: { told: Trace['told'] }) {
  const t = useT(traceMessages)
  const kinds = useT(partnerKindsMessages)
  return (
    <Section title={t('told')}>
      <p className="soft">{t('toldWords')}</p>
      <ul className="stages trace__steps" aria-label={t('told')}>
        {told.map(({ name, kind, step, at, ofSome }) => (
          <li key={`${at} ${name} ${step}`} className="stages__stage trace__step">
            <div>
              <span className="trace__title">{t(`told_${step}`, { name })}</span> · <When at={at} />
              <p className="soft small">
                {kinds(`partner_${kind}`)}
                {ofSome && ` · ${t('toldSome')}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface Pack {
  villageId: string
  number: string
}

function LotSection({ lot, pack }: { lot: Lot; pack: Pack }) {
  const t = useT(traceMessages)
  const format = useFormat()
  const group = lot.groupName === null ? t('plotMasked') : t('plotIn', { group: lot.groupName })
  return (
    <Section title={t('lot', { number: lot.number })}>
      <Facts
        facts={[
          { label: t('grower'), value: lot.growerName ?? t('growerMasked') },
          { label: t('plot'), value: lot.plotLabel ?? group },
          { label: t('grade'), value: t(lot.grade) },
          { label: t('inPack'), value: t('kg', { amount: format.weight(lot.takenGrams) }) },
        ]}
      />
      <ol className="stages trace__steps" aria-label={t('steps')}>
        {stepsOf(lot, t).map((step) => (
          <StepRow key={step.recordId} step={step} pack={pack} />
        ))}
      </ol>
      {lot.applied.length === 0 && <p className="soft">{t('appliedNone')}</p>}
      {lot.tests.length === 0 && <p className="soft">{t('testsNone')}</p>}
    </Section>
  )
}

function StepRow({ step, pack }: { step: Step; pack: Pack }) {
  const { title, words, on, tone, photoFileId: fileId, recordId } = step
  return (
    <li className={`stages__stage stages__stage--${tone} trace__step`}>
      <div>
        <span className="trace__title">{title}</span> · <Day day={on} />
        {words !== null && <p className="soft small">{words}</p>}
        <Proof {...pack} recordId={recordId} what={title} />
      </div>
      {fileId !== null && <Picture pack={pack} fileId={fileId} what={title} />}
    </li>
  )
}

/** Small, and whole when it is touched; loaded when it comes into view. */
function Picture({ pack, fileId, what }: { pack: Pack; fileId: string; what: string }) {
  const t = useT(traceMessages)
  const src = apiUrl('/api/villages/{villageId}/packs/{number}/photos/{fileId}', {
    ...pack,
    fileId,
  })
  return (
    <a className="trace__photo" href={src} target="_blank" rel="noopener">
      <img src={src} alt={t('photoOf', { what })} width={96} height={72} loading="lazy" />
    </a>
  )
}

function Proof({ villageId, number, recordId, what }: Pack & { recordId: string; what: string }) {
  const t = useT(traceMessages)
  return (
    <div className="outdent">
      <LinkButton
        kind="quiet"
        icon={SealCheckIcon}
        to={`/verify/${villageId}?pack=${encodeURIComponent(number)}&record=${recordId}`}
        label={t('proofOf', { what })}
      >
        {t('proof')}
      </LinkButton>
    </div>
  )
}
