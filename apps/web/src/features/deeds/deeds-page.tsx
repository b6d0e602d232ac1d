import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart'
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus'
import { useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { useAddress, useAddressText } from '../../ui/address.ts'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useDesktop } from '../../ui/use-desktop.ts'
import { useListPages } from '../../app/use-list-pages.ts'
import { LinkButton } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Paged } from '../../ui/paged.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { DeedCard } from './deed-card.tsx'
import { DeedDesk } from './deed-desk.tsx'
import type { Decided, DeedState } from './deed.ts'
import { deedsMessages } from './messages.ts'
import './deeds.css'

const sorts = ['recordedAt', 'occurredOn'] as const
const states: readonly DeedState[] = ['recorded', 'scored', 'refused']

/** Deeds that wait to be decided, and those that were. */
export function DeedsPage() {
  const t = useT(deedsMessages)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const { session } = useSession()
  const state = states.find((one) => one === search.get('tab')) ?? 'recorded'
  return (
    <Page
      wide
      title={t('title')}
      back="/workbench"
      {...(hasRole(session, ['committee', 'group_leader'])
        ? {
            actions: (
              <LinkButton to="/workbench/deeds/new" icon={PlusIcon}>
                {t('record')}
              </LinkButton>
            ),
          }
        : {})}
    >
      <Tabs
        label={t('title')}
        value={state}
        tabs={states.map((value) => ({ value, label: t(`tab_${value}`) }))}
        onChange={(value) => navigate(`/workbench/deeds?tab=${value}`, { replace: true })}
      >
        <DeedList key={state} state={state} />
      </Tabs>
    </Page>
  )
}

function DeedList({ state }: { state: DeedState }) {
  const t = useT(deedsMessages)
  const isDesktop = useDesktop()
  const q = useAddress().get('q') ?? ''
  const list = useListPages('/api/deeds', sorts, { state, q })
  const [decided, setDecided] = useState<Decided | null>(null)
  return (
    <div className="stack">
      {decided !== null && <Outcome decided={decided} />}
      {isDesktop && <PersonSearch />}
      <Paged
        pages={list.pages}
        empty={
          <EmptyState
            icon={HandHeartIcon}
            title={t(`empty_${state}`)}
            hint={t(`emptyHint_${state}`)}
          />
        }
      >
        {(deeds) =>
          isDesktop ? (
            <DeedDesk state={state} deeds={deeds} list={list} onDecided={setDecided} />
          ) : (
            <ul className="deeds" aria-label={t(`tab_${state}`)}>
              {deeds.map((deed) => (
                <DeedCard key={deed.contributionId} deed={deed} onDecided={setDecided} />
              ))}
            </ul>
          )
        }
      </Paged>
    </div>
  )
}

/** At a desk a list is searched for somebody's deeds. */
function PersonSearch() {
  const t = useT(deedsMessages)
  const [text, setText] = useAddressText('q')
  return (
    <TextField kind="search" label={t('searchPerson')} unmarked value={text} onChange={setText} />
  )
}

function Outcome({ decided: { deed, awardId, pointsHundredths } }: { decided: Decided }) {
  const t = useT(deedsMessages)
  const format = useFormat()
  const names = { name: deed.person.name, item: deed.itemName }
  if (awardId === null) return <Notice kind="done">{t('refused', names)}</Notice>
  return (
    <Notice
      kind="done"
      actions={<Link href={`/workbench/awards/${awardId}`}>{t('seeAward')}</Link>}
    >
      {t('accepted', { ...names, points: format.points(pointsHundredths ?? 0) })}
      {t('acceptedNext')}
    </Notice>
  )
}
