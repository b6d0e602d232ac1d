import { signInMessages } from '@azalea/client'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { get, post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession, useSessionChanged } from '../../app/session.tsx'
import { useSetup, type DemonstrationSignIn } from '../../app/setup.ts'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ChooseVillage } from './choose-village.tsx'
import { CodeStep } from './code-step.tsx'
import { sessionMessages } from './messages.ts'
import { PeopleOfTheDemonstration } from './people-of-the-demonstration.tsx'
import { PhoneStep } from './phone-step.tsx'

/** Phone, then code, then (for people of several villages) the village. */
export function SignInPage() {
  const t = useT(sessionMessages)
  const tSignIn = useT(signInMessages)
  const { choices } = useSession()
  const [params] = useSearchParams()
  const arrive = useArrival()
  const [sentTo, setSentTo] = useState<{ phone: string; minutes: number } | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const setup = useSetup()

  const signIn = async (phone: string, code: string) => {
    await post('/api/sign-in', {}, { phone, code })
    await arrive()
  }
  const signInAs = async ({ phone, code }: DemonstrationSignIn) => {
    setProblem(null)
    try {
      await post('/api/sign-in/code', {}, { phone })
      await signIn(phone, code)
    } catch (error) {
      setProblem(error)
    }
  }

  if (choices !== null) return <ChooseVillage choices={choices} onChosen={arrive} />
  if (sentTo !== null)
    return (
      <CodeStep
        {...sentTo}
        onSignIn={(code) => signIn(sentTo.phone, code)}
        onOtherPhone={() => setSentTo(null)}
      />
    )
  const people = setup.data?.demonstrationSignIns
  return (
    <Page title={tSignIn('signIn')} lead={t('lead')} back="/">
      {params.get('ended') !== null && <Notice kind="waiting">{t('ended')}</Notice>}
      <PhoneStep onSent={(phone, minutes) => setSentTo({ phone, minutes })} />
      {people && people.length > 0 && (
        <Section title={t('demonstration')}>
          <p className="soft">{t('demonstrationLead')}</p>
          {problem !== null && <ProblemNotice error={problem} />}
          <PeopleOfTheDemonstration people={people} onChoose={signInAs} />
        </Section>
      )}
    </Page>
  )
}

/** Where to go once signed in: back to what was asked for, else home; a choice of village waits here. */
function useArrival(): () => Promise<void> {
  const sessionChanged = useSessionChanged()
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  return async () => {
    await sessionChanged()
    const { choices } = await get('/api/session')
    const next = search.get('next')
    if (choices === null) navigate(next?.startsWith('/') === true ? next : '/', { replace: true })
  }
}
