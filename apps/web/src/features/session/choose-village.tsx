import { signInMessages } from '@azalea/client'
import { UserListIcon } from '@phosphor-icons/react/dist/csr/UserList'
import { useMutation } from '@tanstack/react-query'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import type { VillageChoice } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Page } from '../../ui/page.tsx'
import { sessionMessages } from './messages.ts'

/** A telephone that is known in several villages chooses where it acts. */
export function ChooseVillage({
  choices,
  onChosen,
}: {
  choices: readonly VillageChoice[]
  onChosen: () => Promise<void>
}) {
  const t = useT(sessionMessages)
  const tSignIn = useT(signInMessages)
  const choose = useMutation({
    mutationFn: async (villageId: string) => {
      await post('/api/session/village', {}, { villageId })
      await onChosen()
    },
  })
  return (
    <Page title={t('chooseTitle')} lead={tSignIn('chooseLead')}>
      {choices.length === 0 && <EmptyState icon={UserListIcon} title={t('notOnRoster')} />}
      <div className="stack">
        {choices.map(({ villageId, villageName, personName }) => (
          <Button
            key={villageId}
            wide
            busy={choose.isPending}
            onClick={() => choose.mutate(villageId)}
          >
            {villageName} · {personName}
          </Button>
        ))}
      </div>
      {choose.isError && <ProblemNotice error={choose.error} />}
    </Page>
  )
}
