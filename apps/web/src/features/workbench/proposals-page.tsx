import { useT } from '../../ui/i18n.ts'
import { Page } from '../../ui/page.tsx'
import { workbenchMessages } from './messages.ts'
import { ProposalList } from './proposal-list.tsx'

export function ProposalsPage() {
  const t = useT(workbenchMessages)
  return (
    <Page wide title={t('proposals')} back="/workbench">
      <ProposalList />
    </Page>
  )
}
