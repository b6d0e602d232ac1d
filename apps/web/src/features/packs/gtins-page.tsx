import { useState } from 'react'
import { post } from '../../app/api.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { GtinForm, PrefixForm } from './gtin-forms.tsx'
import { gtinMessages } from './gtin-messages.ts'
import type { Gtins, TradeItem } from './packs.ts'

/** What GS1 lets the village call its packs. */
export function GtinsPage() {
  const t = useT(gtinMessages)
  const gtins = useAnswer('/api/gtins')
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench/packs">
      {gtins.isPending && <Skeleton count={4} />}
      {gtins.isError && <ErrorState error={gtins.error} onRetry={() => void gtins.refetch()} />}
      {gtins.data !== undefined && <Loaded gtins={gtins.data} />}
    </Page>
  )
}

function useMayKeep(): boolean {
  const { session } = useSession()
  return hasRole(session, ['committee'])
}

function Loaded({ gtins: { prefix, crops, items } }: { gtins: Gtins }) {
  const t = useT(gtinMessages)
  const format = useFormat()
  const mayKeep = useMayKeep()
  const by = (one: { enteredByName: string | null; enteredAt: string }) =>
    t('by', { name: one.enteredByName ?? '', day: format.when(one.enteredAt) })
  return (
    <>
      <Section title={t('company')}>
        {prefix === null ? (
          <p className="soft">{t('companyNone')}</p>
        ) : (
          <List label={t('company')}>
            <ListRow title={prefix.prefix} note={by(prefix)} />
          </List>
        )}
        {mayKeep && prefix === null && <PrefixForm isFirst />}
      </Section>
      {prefix !== null && (
        <Section title={t('items')}>
          {items.length === 0 && <p className="soft">{t('itemsNone')}</p>}
          {items.length > 0 && (
            <List label={t('items')}>
              {items.map((item) => (
                <ItemRow key={item.tradeItemId} item={item} by={by(item)} />
              ))}
            </List>
          )}
        </Section>
      )}
      {mayKeep && prefix !== null && (
        <>
          <Section title={t('add')}>
            <GtinForm crops={crops} prefix={prefix.prefix} />
          </Section>
          <Section title={t('otherPrefix')}>
            <PrefixForm isFirst={false} />
          </Section>
        </>
      )}
    </>
  )
}

function ItemRow({ item, by }: { item: TradeItem; by: string }) {
  const t = useT(gtinMessages)
  const format = useFormat()
  const mayKeep = useMayKeep()
  const [isAsking, setAsking] = useState(false)
  const { tradeItemId: id, gtin, crop, netGrams, endedAt } = item
  const kind = t('kind', { crop, kg: format.weight(netGrams) })
  const close = () => setAsking(false)
  const end = useCommand(
    (_: null, idempotencyKey) => post('/api/gtins/{id}/end', { id }, undefined, { idempotencyKey }),
    close,
  )
  return (
    <ListRow
      title={gtin}
      note={
        <>
          <span>{kind}</span>
          <span>{by}</span>
        </>
      }
      end={
        <>
          <StateBadge tone={endedAt === null ? 'done' : 'past'}>
            {t(endedAt === null ? 'inForce' : 'ended')}
          </StateBadge>
          {mayKeep && endedAt === null && (
            <Button onClick={() => setAsking(true)}>{t('end')}</Button>
          )}
          <Dialog open={isAsking} onClose={close} title={gtin}>
            <p>{t('endMeans', { kind })}</p>
            <ProblemNotice error={end.error} />
            <ButtonRow>
              <Button kind="primary" busy={end.isPending} onClick={() => end.mutate(null)}>
                {t('end')}
              </Button>
              <Button onClick={close}>{t('keep')}</Button>
            </ButtonRow>
          </Dialog>
        </>
      }
    />
  )
}
