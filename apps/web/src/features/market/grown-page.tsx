import { civilDay } from '@azalea/client'
import { PlantIcon } from '@phosphor-icons/react/dist/csr/Plant'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { uploadOf } from '../../app/upload-of.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PhotoField } from '../../ui/photo-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import type { Adoption } from './adoption.ts'

/** What the own household grows and people of the city adopted: the grower writes to them. */
export function GrownPage() {
  const t = useT(adoptionMessages)
  const grown = useAnswer('/api/me/grown-adoptions')
  const items = grown.data?.items ?? []
  return (
    <Page title={t('grown')} lead={t('grownLead')} back="/plots">
      {grown.isPending && <Skeleton count={3} />}
      {grown.isError && <ErrorState error={grown.error} onRetry={() => void grown.refetch()} />}
      {grown.isSuccess && items.length === 0 && (
        <EmptyState icon={PlantIcon} title={t('grownNone')} hint={t('grownNoneHint')} />
      )}
      {items.map((adoption) => (
        <Grown key={adoption.offerId} adoption={adoption} />
      ))}
    </Page>
  )
}

function Grown({ adoption }: { adoption: Adoption }) {
  const t = useT(adoptionMessages)
  const format = useFormat()
  const { name, seasonName, shareCount, left, updates, outcome } = adoption
  return (
    <Section title={`${name} · ${seasonName}`}>
      <p className="soft">{t('adopters', { count: shareCount - left })}</p>
      {outcome === null ? <UpdateForm offerId={adoption.offerId} /> : <p>{t('over')}</p>}
      {updates.length > 0 && (
        <List label={t('updates')}>
          {updates.map(({ updateId, words, writtenAt, isPublic }) => (
            <ListRow
              key={updateId}
              title={words ?? t('photo')}
              note={`${format.day(civilDay(writtenAt))} · ${isPublic ? t('public') : t('adoptersOnly')}`}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

interface Said {
  words: string | null
  photo: File | null
  isPublic: boolean
}

function UpdateForm({ offerId: id }: { offerId: string }) {
  const t = useT(adoptionMessages)
  const [words, setWords] = useState('')
  const [photo, setPhoto] = useState<File | null>(null)
  const [isPublic, setPublic] = useState(false)
  const write = useCommand(
    async ({ words: said, photo: taken, isPublic: toAll }: Said, idempotencyKey) => {
      const photoFileId =
        taken === null ? null : (await post('/api/photos', {}, uploadOf(taken))).fileId
      const body = { words: said, photoFileId, isPublic: toAll }
      return post('/api/adoption-offers/{id}/updates', { id }, body, { idempotencyKey })
    },
    () => {
      setWords('')
      setPhoto(null)
    },
  )
  const send = () => write.mutate({ words: words.trim() === '' ? null : words, photo, isPublic })
  return (
    <Form onSubmit={send}>
      {write.isSuccess && <Notice kind="done">{t('sent')}</Notice>}
      <TextField label={t('words')} value={words} onChange={setWords} maxLength={500} />
      <PhotoField label={t('photo')} value={photo} onChange={setPhoto} />
      <Checkbox label={t('everybody')} checked={isPublic} onChange={setPublic} />
      <ProblemNotice error={write.error} />
      <Button
        kind="primary"
        submit
        busy={write.isPending}
        disabled={words.trim() === '' && photo === null}
      >
        {t('send')}
      </Button>
    </Form>
  )
}
