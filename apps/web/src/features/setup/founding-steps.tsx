import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '@azalea/client'
import { apiPost, newKey } from '../../app/api.ts'
import { useDraft } from '../../app/drafts.ts'
import { useT } from '../../app/i18n.ts'
import { useSetup } from '../../app/setup.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import { AddressStep } from './address-step.tsx'
import { CheckStep } from './check-step.tsx'
import { CommitteeStep } from './committee-step.tsx'
import { ConsentStep } from './consent-step.tsx'
import { FounderFields } from './founder-fields.tsx'
import {
  enteredMembers,
  foundingBody,
  isFounder,
  isVillageId,
  nobody,
  stepOfProblem,
  steps,
  type Founding,
  type Step,
} from './founding.ts'
import { setupMessages } from './messages.ts'
import { NumberingStep } from './numbering-step.tsx'
import { TokenStep } from './token-step.tsx'
import { VillageStep } from './village-step.tsx'

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
  const [step, setStep] = useState<Step>('token')
  const [key] = useState(newKey)
  const isAddressSet = typeof useSetup().data?.publicUrl === 'string'
  const change = (part: Partial<Founding>) => setFounding((before) => ({ ...before, ...part }))
  const found = useMutation({
    mutationFn: () => apiPost('/api/setup', foundingBody(founding, token), { idempotencyKey: key }),
    onSuccess: () => {
      onFounded(founding.operator.phone)
      clear()
    },
    onError: (error) => {
      const wrong = error instanceof ApiProblem ? stepOfProblem(error) : null
      if (wrong !== null) setStep(wrong)
    },
  })
  const index = steps.indexOf(step)
  const complete = isComplete(step, founding, { token, isAddressSet })
  const go = (by: 1 | -1) => {
    found.reset()
    setStep(steps[index + by] ?? step)
  }
  return (
    <Page
      step={step}
      title={t('title')}
      lead={t('progress', { step: index + 1, steps: steps.length })}
    >
      <Form
        onSubmit={() => {
          if (!complete) return
          if (step === 'check') found.mutate()
          else go(1)
        }}
      >
        {step === 'token' ? (
          <TokenStep token={token} onChange={setToken} />
        ) : (
          <StepFields step={step} founding={founding} onChange={change} />
        )}
        <ProblemNotice error={found.error} />
        <ButtonRow>
          <Button kind="primary" submit wide disabled={!complete} busy={found.isPending}>
            {t(step === 'check' ? 'found' : 'next')}
          </Button>
          {index > 0 && <Button onClick={() => go(-1)}>{t('before')}</Button>}
        </ButtonRow>
      </Form>
    </Page>
  )
}

/** What is asked at each step behind the set-up code. */
function StepFields({
  step,
  founding,
  onChange,
}: {
  step: Exclude<Step, 'token'>
  founding: Founding
  onChange: (part: Partial<Founding>) => void
}) {
  const t = useT(setupMessages)
  switch (step) {
    case 'village':
      return <VillageStep founding={founding} onChange={onChange} />
    case 'numbering':
      return <NumberingStep founding={founding} onChange={onChange} />
    case 'address':
      return <AddressStep founding={founding} onChange={onChange} />
    case 'operator':
      return (
        <FounderFields
          title={t('operatorTitle')}
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
