import { civilDay } from '@azalea/client'
import { useState } from 'react'
import { post } from '../../app/api.ts'
import { serverNow } from '../../app/server-clock.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { landMessages } from './messages.ts'
import { WaitingList } from './waiting-list.tsx'
import './land.css'

/** Growing seasons, and what growers agree to. */
export function SeasonPage() {
  const t = useT(landMessages)
  return (
    <Page title={t('seasonAndConvention')} back="/workbench/plots">
      <Seasons />
      <Convention />
    </Page>
  )
}

function Seasons() {
  const t = useT(landMessages)
  const format = useFormat()
  const seasons = useAnswer('/api/growing-seasons')
  const today = civilDay(serverNow())
  const current = seasons.data?.items.findLast(({ endsOn }) => endsOn >= today)
  return (
    <Section title={t('seasons')}>
      {seasons.isError && (
        <ErrorState error={seasons.error} onRetry={() => void seasons.refetch()} />
      )}
      <List label={t('seasons')}>
        {(seasons.data?.items ?? []).map(({ growingSeasonId, name, beginsOn, endsOn }) => (
          <ListRow key={growingSeasonId} title={name} note={format.days(beginsOn, endsOn)} />
        ))}
      </List>
      {current !== undefined && <WaitingList key={current.growingSeasonId} season={current} />}
      <OpenSeason />
    </Section>
  )
}

function OpenSeason() {
  const t = useT(landMessages)
  const [nameZh, setName] = useState('')
  const [beginsOn, setBegins] = useState<string | null>(null)
  const [endsOn, setEnds] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const open = useCommand((body: { nameZh: string; beginsOn: string; endsOn: string }, key) =>
    post('/api/growing-seasons', {}, body, { idempotencyKey: key }),
  )
  const missing = (value: string | null) => (isAsked && !value ? t('missing') : undefined)
  return (
    <Form
      onSubmit={() => {
        setAsked(true)
        if (nameZh.trim() !== '' && beginsOn !== null && endsOn !== null)
          open.mutate({ nameZh: nameZh.trim(), beginsOn, endsOn })
      }}
    >
      <TextField
        label={t('seasonName')}
        hint={t('seasonNameHint')}
        error={missing(nameZh.trim())}
        value={nameZh}
        onChange={setName}
      />
      <DateField
        label={t('beginsOn')}
        error={missing(beginsOn)}
        value={beginsOn}
        onChange={setBegins}
      />
      <DateField label={t('endsOn')} error={missing(endsOn)} value={endsOn} onChange={setEnds} />
      <ProblemNotice error={open.error} />
      {open.isSuccess && <Notice kind="done">{t('seasonOpened')}</Notice>}
      <Button kind="primary" submit busy={open.isPending}>
        {t('openSeason')}
      </Button>
    </Form>
  )
}

function Convention() {
  const t = useT(landMessages)
  const land = useAnswer('/api/plots')
  const [wordsZh, setZh] = useState('')
  const [wordsEn, setEn] = useState('')
  const [isAsked, setAsked] = useState(false)
  const publish = useCommand((body: { wordsZh: string; wordsEn: string | null }, idempotencyKey) =>
    post('/api/conventions', {}, body, { idempotencyKey }),
  )
  const current = land.data?.convention ?? null
  return (
    <Section title={t('conventionTitle')}>
      {current === null ? (
        <p className="soft">{t('noConvention')}</p>
      ) : (
        <>
          <p className="soft">{t('convention', { edition: String(current.edition) })}</p>
          <blockquote className="convention">{current.words}</blockquote>
        </>
      )}
      <Form
        onSubmit={() => {
          setAsked(true)
          if (wordsZh.trim() !== '')
            publish.mutate({ wordsZh: wordsZh.trim(), wordsEn: wordsEn.trim() || null })
        }}
      >
        <TextArea
          label={t('conventionZh')}
          error={isAsked && wordsZh.trim() === '' ? t('missing') : undefined}
          value={wordsZh}
          maxLength={4_000}
          onChange={setZh}
        />
        <TextArea
          label={t('conventionEn')}
          optional
          value={wordsEn}
          maxLength={8_000}
          onChange={setEn}
        />
        <p className="soft">{t('willPublish')}</p>
        <ProblemNotice error={publish.error} />
        {publish.isSuccess && <Notice kind="done">{t('conventionPublished')}</Notice>}
        <Button kind="primary" submit busy={publish.isPending}>
          {t('publish')}
        </Button>
      </Form>
    </Section>
  )
}
