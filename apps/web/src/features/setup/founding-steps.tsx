import { useState } from 'react'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../ui/i18n.ts'
import { useSetup } from '../../app/setup.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { AddressStep } from './address-step.tsx'
import { CheckStep } from './check-step.tsx'
import { CommitteeStep } from './committee-step.tsx'
import { ConsentStep } from './consent-step.tsx'
import { FounderFields } from './founder-fields.tsx'
import {
  asRegistered,
  enteredMembers,
  isFounder,
  isVillageId,
  nobody,
  steps,
  type Founding,
  type Step,
} from './founding.ts'
import { setupMessages } from './messages.ts'
import { NumberingStep } from './numbering-step.tsx'
import { TokenStep } from './token-step.tsx'
import { useFoundingSteps } from './use-founding-steps.ts'
import { VillageStep } from './village-step.tsx'

const headings = {
  token: 'tokenTitle',
  village: 'villageTitle',
  numbering: 'numberingTitle',
  address: 'addressTitle',
  operator: 'operatorTitle',
  committee: 'committee',
  consent: 'consentTitle',
  check: 'checkTitle',
} as const satisfies Record<Step, string>

/** One step a page; what was entered is kept on the device, but for the set-up code. */
export function FoundingSteps({ onFounded }: { onFounded: (operatorPhone: string) => void }) {
  const t = useT(setupMessages)
  const [token, setToken] = useState('')
  const [founding, setFounding, clear] = useDraft<Founding>('setup', {
    townCode: '',
    villageId: '',
    unlisted: false,
    villageName: '',
    townName: '',
    operator: nobody,
    committee: [nobody, nobody, nobody],
    optInText: t('optInDefault'),
    publicUrl: addressHere(),
    publicUrlLater: false,
    houseNumbering: '',
  })
  const isAddressSet = typeof useSetup().data?.publicUrl === 'string'
  const change = (part: Partial<Founding>) => setFounding((before) => ({ ...before, ...part }))
  const { step, index, isAsked, isMissing, isBusy, error, forward, back } = useFoundingSteps({
    founding,
    token,
    isComplete: (asked) => isComplete(asked, founding, { token, isAddressSet }),
    onFounded: () => {
      onFounded(asRegistered(founding.operator).phone)
      clear()
    },
  })
  return (
    <Page
      step={step}
      title={t(headings[step])}
      lead={t('progress', { step: index + 1, steps: steps.length })}
    >
      <Form onSubmit={forward}>
        {step === 'token' ? (
          <TokenStep token={token} onChange={setToken} />
        ) : (
          <StepFields step={step} founding={founding} isAsked={isAsked} onChange={change} />
        )}
        {isMissing && step !== 'check' && <Notice kind="wrong">{t(`missing_${step}`)}</Notice>}
        <ProblemNotice error={error} />
        <ButtonRow>
          <Button kind="primary" submit wide busy={isBusy}>
            {t(step === 'check' ? 'found' : 'next')}
          </Button>
          {index > 0 && <Button onClick={back}>{t('before')}</Button>}
        </ButtonRow>
      </Form>
    </Page>
  )
}

/** What is asked at each step behind the set-up code. */
function StepFields({
  step,
  founding,
  isAsked,
  onChange,
}: {
  step: Exclude<Step, 'token'>
  founding: Founding
  isAsked: boolean
  onChange: (part: Partial<Founding>) => void
}) {
  const t = useT(setupMessages)
  switch (step) {
    case 'village':
      return <VillageStep founding={founding} isAsked={isAsked} onChange={onChange} />
    case 'numbering':
      return <NumberingStep founding={founding} onChange={onChange} />
    case 'address':
      return <AddressStep founding={founding} onChange={onChange} />
    case 'operator':
      return (
        <FounderFields
          lead={t('operatorLead')}
          founder={founding.operator}
          onChange={(operator) => onChange({ operator })}
        />
      )
    case 'committee':
      return <CommitteeStep founding={founding} onChange={onChange} />
    case 'consent':
      return <ConsentStep founding={founding} onChange={onChange} />
    case 'check':
      return <CheckStep founding={founding} />
  }
}

/** Where this page came from, unless that is this very computer. */
function addressHere(): string {
  const { hostname, origin, pathname } = location
  return hostname === 'localhost' ? '' : `${origin}${pathname}`.replace(/\/$/, '')
}

function isComplete(
  step: Step,
  founding: Founding,
  { token, isAddressSet }: { token: string; isAddressSet: boolean },
): boolean {
  const { villageId, unlisted, villageName, townName, operator, committee, optInText } = founding
  switch (step) {
    case 'token':
      return token.trim() !== ''
    case 'village':
      return isVillageId(villageId) && (!unlisted || (villageName !== '' && townName !== ''))
    case 'address':
      return isAddressSet || founding.publicUrlLater || founding.publicUrl.trim() !== ''
    case 'numbering':
      return Boolean(founding.houseNumbering)
    case 'operator':
      return isFounder(operator)
    case 'committee': {
      const members = enteredMembers(committee)
      return members.length > 0 && members.every(isFounder)
    }
    case 'consent':
      return optInText.trim() !== ''
    case 'check':
      return true
  }
}
