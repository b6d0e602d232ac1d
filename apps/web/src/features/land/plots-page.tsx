import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold'
import { useState } from 'react'
import { useAnswer } from '../../app/use-answer.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { AcceptConvention } from './accept-convention.tsx'
import { stateTones, useArea, type Land, type Plot } from './land.ts'
import { landMessages } from './messages.ts'
import { MyLease } from './my-lease.tsx'
import { PlotsOnMap } from './plots-on-map.tsx'

/** What one grows on, what is free, and how to get it. */
export function PlotsPage() {
  const t = useT(landMessages)
  const land = useAnswer('/api/plots')
  return (
    <Page title={t('title')} lead={t('lead')} back="/" wide>
      {land.isPending && <Skeleton count={6} />}
      {land.isError && <ErrorState error={land.error} onRetry={() => void land.refetch()} />}
      {land.data?.plots.length === 0 && (
        <EmptyState icon={MapTrifoldIcon} title={t('none')} hint={t('noneHint')} />
      )}
      {land.data !== undefined && land.data.plots.length > 0 && <Loaded land={land.data} />}
    </Page>
  )
}

function Loaded({ land }: { land: Land }) {
  const t = useT(landMessages)
  const format = useFormat()
  const [chosenId, setChosen] = useState<string | null>(null)
  const [claimed, setClaimed] = useState<string | null>(null)
  const chosen = land.plots.find(({ plotId }) => plotId === chosenId)
  const mine = land.plots.filter(({ isMine }) => isMine)
  const { season } = land
  return (
    <>
      {season === null ? (
        <Notice kind="waiting">{t('noSeason')}</Notice>
      ) : (
        <p>
          {t('seasonDays', {
            name: season.name,
            days: format.days(season.beginsOn, season.endsOn),
          })}
        </p>
      )}
      {claimed !== null && <Notice kind="done">{t('claimed', { label: claimed })}</Notice>}
      {mine.map((plot) => (
        <MyLease key={plot.plotId} plot={plot} />
      ))}
      {land.offered.map(({ leaseId, plotId }) => {
        const plot = land.plots.find((one) => one.plotId === plotId)
        return (
          plot && (
            <Section key={leaseId} title={t('offered', { label: plot.label })}>
              <AcceptConvention land={land} plot={plot} transferOf={leaseId} />
            </Section>
          )
        )
      })}
      <Section title={t('map')}>
        <p className="soft">{t('mapHint')}</p>
        {chosen !== undefined && (
          <Chosen key={chosen.plotId} land={land} plot={chosen} onClaimed={setClaimed} />
        )}
        <PlotsOnMap plots={land.plots} tiles={land.tiles} chosen={chosenId} onChoose={setChosen} />
      </Section>
    </>
  )
}

function Chosen({
  land,
  plot,
  onClaimed,
}: {
  land: Land
  plot: Plot
  onClaimed: (label: string) => void
}) {
  const t = useT(landMessages)
  const area = useArea()
  const facts = [
    { label: t('areaHead'), value: area(plot.areaSquareMetres) },
    ...(plot.soil === null ? [] : [{ label: t('soil'), value: t(`soil_${plot.soil}`) }]),
    ...(plot.water === null ? [] : [{ label: t('water'), value: plot.water }]),
    ...(plot.holderName === null ? [] : [{ label: t('holder'), value: plot.holderName }]),
  ]
  return (
    <Section title={plot.label}>
      <p>
        <StateBadge tone={stateTones[plot.state]}>{t(`state_${plot.state}`)}</StateBadge>
      </p>
      <Facts facts={facts} />
      {plot.state === 'free' && (
        <AcceptConvention land={land} plot={plot} onClaimed={() => onClaimed(plot.label)} />
      )}
    </Section>
  )
}
