import type { Answer } from '@azalea/client'
import { useAnswer } from '../../app/use-answer.ts'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Section } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { importMessages } from './import-messages.ts'

type Numbering = Answer<'/api/villages/{villageId}'>['houseNumbering']

/** By what a household is found: its number in the village, or its number in its group. */
export function HouseNumbering() {
  const t = useT(importMessages)
  const { session } = useSession()
  const villageId = session?.village.villageId ?? ''
  const village = useAnswer(
    '/api/villages/{villageId}',
    { villageId },
    {
      enabled: villageId !== '',
    },
  )
  const change = useCommand((numbering: Numbering, idempotencyKey) =>
    post('/api/village/house-numbering', {}, { numbering }, { idempotencyKey }),
  )
  if (village.data === undefined) return null
  return (
    <Section title={t('numbering')}>
      <p className="soft">{t('numberingHint')}</p>
      <div>
        <Segmented<Numbering>
          label={t('numbering')}
          value={village.data.houseNumbering}
          onChange={(numbering) => change.mutate(numbering)}
          options={[
            { value: 'village', label: t('numbering_village') },
            { value: 'group', label: t('numbering_group') },
          ]}
        />
      </div>
      <ProblemNotice error={change.error} />
    </Section>
  )
}
