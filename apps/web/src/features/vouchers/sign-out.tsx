import { signInMessages } from '@azalea/client'
import { SignOutIcon } from '@phosphor-icons/react/dist/csr/SignOut'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { post } from '../../app/api.ts'
import { isOutsider, useSession, useSessionChanged } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'

/** The way out for somebody of elsewhere, who has no pages of their own; villagers have it there. */
export function SignOut() {
  const t = useT(signInMessages)
  const { session } = useSession()
  const [, navigate] = useLocation()
  const sessionChanged = useSessionChanged()
  const signOut = useMutation({
    mutationFn: () => post('/api/sign-out', {}, { everywhere: false }),
    onSuccess: async () => {
      navigate('/', { replace: true })
      await sessionChanged()
    },
  })
  if (!isOutsider(session)) return null
  return (
    <div>
      <ProblemNotice error={signOut.error} />
      <Button
        kind="quiet"
        icon={SignOutIcon}
        busy={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t('signOut')}
      </Button>
    </div>
  )
}
