import { platesMessages } from '@azalea/client'
import type { Answer } from '@azalea/client'
import { PrinterIcon } from '@phosphor-icons/react/dist/csr/Printer'
import { useParams } from 'wouter'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { useBeside } from '../../ui/address.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { hasRole, useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Desk } from '../../ui/desk.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Finished } from '../../ui/finished.tsx'
import { Form } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import type { Chosen } from '../../app/search-choice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { KeeperChoice } from './keeper-choice.tsx'
import { platesAdminMessages } from './messages.ts'
import { PlateList } from './plate-list.tsx'
import { kindIcons } from './plate.ts'
import { Icon } from '../../ui/icon.tsx'

/** `GET /api/plates/{code}`, as far as it is edited here. */
type PlateAnswer = Answer<'/api/plates/{code}'>

/** One plate: what hangs there, its story and its keeper. */
export function EditSubjectPage() {
  const t = useT(platesAdminMessages)
  const { session } = useSession()
  const { code = '' } = useParams()
  const plate = useAnswer('/api/plates/{code}', { code })
  const beside = useBeside()
  const mayEdit = hasRole(session, ['committee', 'technician'])
  return (
    <Page
      title={plate.data?.subject.label ?? t('editTitle', { code })}
      back={beside('/workbench/plates')}
      lead={t('code', { code })}
      wide
    >
      <Desk list={<PlateList shownCode={code} />}>
        {plate.isPending && <Skeleton of="text" count={4} />}
        {plate.isError && <ErrorState error={plate.error} onRetry={() => void plate.refetch()} />}
        {plate.isSuccess && (
          <>
            <Head plate={plate.data} />
            {mayEdit && (
              <>
                <KeeperForm key={plate.data.subject.subjectId} plate={plate.data} />
              </>
            )}
          </>
        )}
      </Desk>
    </Page>
  )
}

function Head({ plate: { code, subject } }: { plate: PlateAnswer }) {
  const t = useT(platesAdminMessages)
  const tPlate = useT(platesMessages)
  const { kind, groupName, keeper, subjectId } = subject
  return (
    <div className="stack">
      <p className="row">
        <Icon of={kindIcons[kind]} />
        {tPlate(`kind_${kind}`)}
        {groupName !== null && <span>{groupName}</span>}
        {keeper !== null && <span>{t('keeper', { name: keeper })}</span>}
      </p>
      <ButtonRow>
        <LinkButton icon={PrinterIcon} to={`/print/plates?code=${code}`}>
          {t('printOne')}
        </LinkButton>
        <LinkButton to={`/p/${code}`}>{t('seePage')}</LinkButton>
        {subject.mayWriteStory && <LinkButton to={`/p/${code}/story`}>{t('editStory')}</LinkButton>}
        {kind === 'post' && <LinkButton to={`/wall/${subjectId}`}>{t('wall')}</LinkButton>}
      </ButtonRow>
    </div>
  )
}

function KeeperForm({ plate: { subject } }: { plate: PlateAnswer }) {
  const t = useT(platesAdminMessages)
  const [keeper, setKeeper, clear] = useDraft<Chosen | null>(`keeper.${subject.subjectId}`, null)
  const edit = useCommand(
    (keeperHouseholdId: string | null, idempotencyKey) =>
      post(
        '/api/subjects/{subjectId}',
        { subjectId: subject.subjectId },
        { keeperHouseholdId },
        { idempotencyKey },
      ),
    clear,
  )
  if (edit.isSuccess)
    return (
      <Section title={t('changeKeeper')}>
        <Finished
          words={
            subject.keeper === null ? t('keeperNobody') : t('keeperNow', { name: subject.keeper })
          }
          more={{ label: t('changeKeeper'), onMore: edit.reset }}
        />
      </Section>
    )
  return (
    <Section title={t('changeKeeper')}>
      <Form
        onSubmit={() => {
          if (keeper !== null) edit.mutate(keeper.id)
        }}
      >
        <KeeperChoice value={keeper} onChange={setKeeper} />
        <ProblemNotice error={edit.error} />
        <ButtonRow>
          <Button submit busy={edit.isPending} disabled={keeper === null}>
            {t('save')}
          </Button>
          {subject.keeper !== null && (
            <Button kind="quiet" busy={edit.isPending} onClick={() => edit.mutate(null)}>
              {t('removeKeeper')}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </Section>
  )
}
