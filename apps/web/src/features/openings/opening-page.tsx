import { useParams } from 'wouter'
import { useBeside } from '../../ui/address.ts'
import { useT } from '../../ui/i18n.ts'
import { Desk } from '../../ui/desk.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { openingsMessages } from './messages.ts'
import type { Opening } from './opening.ts'
import { OpeningActions } from './opening-actions.tsx'
import { OpeningBadge, OpeningList } from './opening-list.tsx'
import { useOpenings, useOpeningWords } from './use-openings.ts'

/** One opening: what, of which days, why and by whom, and what can be done about it. */
export function OpeningPage() {
  const t = useT(openingsMessages)
  const { openingId = '' } = useParams()
  const beside = useBeside()
  const openings = useOpenings()
  const opening = openings.data?.items.find((one) => one.openingId === openingId)
  return (
    <Page wide title={t('title')} lead={t('lead')} back={beside('/workbench/openings')}>
      <Desk list={<OpeningList shownId={openingId} />}>
        {openings.isPending && <Skeleton of="text" count={4} />}
        {opening !== undefined && <Shown key={openingId} opening={opening} />}
        {openings.isSuccess && opening === undefined && <Notice kind="info">{t('unknown')}</Notice>}
      </Desk>
    </Page>
  )
}

function Shown({ opening }: { opening: Opening }) {
  const t = useT(openingsMessages)
  const { kindsOf, daysOf, validityOf, nameOf } = useOpeningWords()
  const { auditorName, reason, proposedByName, decidedByName, state } = opening
  return (
    <Section title={t('for', { name: nameOf(auditorName) })} aside={<OpeningBadge state={state} />}>
      <Facts
        facts={[
          { label: t('scope'), value: kindsOf(opening) },
          { label: t('days'), value: daysOf(opening) },
          { label: t('reason'), value: reason },
          { label: t('proposedBy'), value: nameOf(proposedByName) },
          { label: t('decidedBy'), value: state === 'proposed' ? null : nameOf(decidedByName) },
          { label: t('validity'), value: validityOf(opening) },
        ]}
      />
      <OpeningActions opening={opening} />
    </Section>
  )
}
