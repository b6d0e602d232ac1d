import { BarcodeIcon } from '@phosphor-icons/react/dist/csr/Barcode'
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { LinkButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { When } from '../../ui/when.tsx'
import { packsMessages } from './messages.ts'
import { PackForm } from './pack-form.tsx'
import type { Lots, Packing } from './packs.ts'
import { WeighForm } from './weigh-form.tsx'

/** From what was harvested to labelled packs. */
export function DeskPage() {
  const t = useT(packsMessages)
  const { session } = useSession()
  const lots = useAnswer('/api/harvest-lots')
  const packings = useAnswer('/api/packings')
  const packs = hasRole(session, ['committee', 'technician'])
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back="/workbench"
      actions={
        <>
          <LinkButton icon={BarcodeIcon} to="/workbench/packs/gtins">
            {t('gtins')}
          </LinkButton>
          <LinkButton icon={WarningIcon} to="/workbench/packs/recalls">
            {t('recalls')}
          </LinkButton>
        </>
      }
    >
      {lots.isPending && <Skeleton count={4} />}
      {lots.isError && <ErrorState error={lots.error} onRetry={() => void lots.refetch()} />}
      {lots.data !== undefined && packs && <WeighForm toWeigh={lots.data.toWeigh} />}
      {lots.data !== undefined && (
        <LotList lots={lots.data.lots.filter(({ leftGrams }) => leftGrams > 0)} />
      )}
      {lots.data !== undefined && packs && <PackForm lots={lots.data.lots} />}
      {packings.isError && (
        <ErrorState error={packings.error} onRetry={() => void packings.refetch()} />
      )}
      {packings.data !== undefined && <PackingList packings={packings.data.items} />}
    </Page>
  )
}

function LotList({ lots }: { lots: Lots['lots'] }) {
  const t = useT(packsMessages)
  const format = useFormat()
  return (
    <Section title={t('lots')}>
      {lots.length === 0 && <p className="soft">{t('lotsNone')}</p>}
      <List label={t('lots')}>
        {lots.map((lot) => (
          <ListRow
            key={lot.lotId}
            title={`${lot.crop} · ${lot.number}`}
            note={`${t('of', { grower: lot.growerName ?? '', plot: lot.plotLabel ?? '' })} · ${t(
              'left',
              {
                left: format.weight(lot.leftGrams),
                kg: format.weight(lot.grams),
              },
            )}`}
            end={
              lot.isHeld ? (
                <StateBadge tone="wrong">{t(lot.isHeldByTest ? 'heldByTest' : 'held')}</StateBadge>
              ) : (
                <span>{t(lot.grade)}</span>
              )
            }
          />
        ))}
      </List>
    </Section>
  )
}

function PackingList({ packings }: { packings: readonly Packing[] }) {
  const t = useT(packsMessages)
  const format = useFormat()
  return (
    <Section title={t('packings')}>
      {packings.length === 0 && <p className="soft">{t('packingsNone')}</p>}
      <ul className="list" aria-label={t('packings')}>
        {packings.map((packing) => (
          <li key={packing.packingId} className="list__item">
            <strong>
              {packing.crop} · {packing.number}
            </strong>
            <br />
            <span className="soft">
              {t('packs', { count: packing.packCount })} · <When at={packing.packedAt} />
              {packing.lossBecause !== null &&
                ` · ${t('lossOf', {
                  kg: format.weight(packing.lossGrams),
                  because: t(packing.lossBecause),
                })}`}
            </span>
            {packing.packCount > 0 && (
              <div className="outdent">
                <LinkButton kind="quiet" to={`/workbench/packs/${packing.number}/labels`}>
                  {t('labels')}
                </LinkButton>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
