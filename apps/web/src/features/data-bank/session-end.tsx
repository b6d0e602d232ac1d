import { signInMessages } from '@azalea/client'
import { SignOutIcon } from '@phosphor-icons/react/dist/csr/SignOut'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { useSession, useSessionChanged } from '../../app/session.tsx'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { Section } from '../../ui/page.tsx'
import { dataBankMessages } from './messages.ts'

/** Signing out here or everywhere, and going over to another village. */
export function SessionEnd() {
  const t = useT(dataBankMessages)
  const tSignIn = useT(signInMessages)
  const [, navigate] = useLocation()
  const sessionChanged = useSessionChanged()
  const signOut = useMutation({
    mutationFn: (everywhere: boolean) => post('/api/sign-out', {}, { everywhere }),
    onSuccess: async () => {
      navigate('/', { replace: true })
      await sessionChanged()
    },
  })
  return (
    <>
      <OtherVillages />
      <Section title={t('session')}>
        <p className="soft small">{t('signOutWords')}</p>
        <ProblemNotice error={signOut.error} />
        <ButtonRow>
          <Button icon={SignOutIcon} busy={signOut.isPending} onClick={() => signOut.mutate(false)}>
            {tSignIn('signOut')}
          </Button>
          <Button kind="quiet" busy={signOut.isPending} onClick={() => signOut.mutate(true)}>
            {t('signOutEverywhere')}
          </Button>
        </ButtonRow>
      </Section>
    </>
  )
}

function OtherVillages() {
  const t = useT(dataBankMessages)
  const { session } = useSession()
  const [, navigate] = useLocation()
  const sessionChanged = useSessionChanged()
  const change = useMutation({
    mutationFn: (villageId: string) => post('/api/session/village', {}, { villageId }),
    onSuccess: async () => {
      await sessionChanged()
      navigate('/')
    },
  })
  const others = session?.villages.filter(
    ({ villageId }) => villageId !== session.village.villageId,
  )
  if (others === undefined || others.length === 0) return null
  return (
    <Section title={t('otherVillages')}>
      <ProblemNotice error={change.error} />
      <ButtonRow>
        {others.map(({ villageId, name }) => (
          <Button key={villageId} busy={change.isPending} onClick={() => change.mutate(villageId)}>
            {name}
          </Button>
        ))}
      </ButtonRow>
    </Section>
  )
}
