import type { Answer } from '@azalea/client'
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight'
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { CircleDashedIcon } from '@phosphor-icons/react/dist/csr/CircleDashed'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { workbenchMessages } from './messages.ts'

export type SetUp = Answer<'/api/workbench/inbox'>['setUp']
type Step = SetUp[number]['step']

const sections: Record<Step, string> = {
  roster: '/workbench/roster',
  rules: '/workbench/rules',
  offices: '/workbench/roles',
  consents: '/workbench/roster',
  plates: '/workbench/plates',
  notice: '/workbench/notices',
}

/** What a new village sets up, one resting on the other: what is done, and what comes next. */
export function SetUpSteps({ steps }: { steps: SetUp }) {
  const t = useT(workbenchMessages)
  const next = steps.find(({ done }) => !done)
  if (next === undefined) return null
  return (
    <Section title={t('setUp')}>
      <p className="soft">{t('setUpLead')}</p>
      <List label={t('setUp')}>
        {steps.map(({ step, done }) => (
          <ListRow
            key={step}
            lead={
              <Icon
                of={done ? CheckCircleIcon : step === next.step ? CaretRightIcon : CircleDashedIcon}
              />
            }
            title={t(`setUp_${step}`)}
            note={done ? undefined : t(`setUpHint_${step}`)}
            end={
              done ? (
                <StateBadge tone="done">{t('setUpDone')}</StateBadge>
              ) : step === next.step ? (
                <StateBadge tone="waiting">{t('setUpNext')}</StateBadge>
              ) : undefined
            }
            to={sections[step]}
          />
        ))}
      </List>
    </Section>
  )
}
