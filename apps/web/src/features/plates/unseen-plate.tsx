import { platesMessages } from '@azalea/client'
import { isPlateCode } from '@azalea/text'
import { StarIcon } from '@phosphor-icons/react/dist/csr/Star'
import { useT } from '../../ui/i18n.ts'
import { useSession } from '../../app/session.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** A plate that this phone has never seen, while nobody answers: what is known, and what can be done. */
export function UnseenPlate({ code, onRetry }: { code: string; onRetry: () => void }) {
  const t = useT(platesMessages)
  const { session } = useSession()
  if (!isPlateCode(code)) {
    return (
      <>
        <Notice kind="wrong">{t('codeWrong')}</Notice>
        <LinkButton to="/scan">{t('otherPlate')}</LinkButton>
      </>
    )
  }
  return (
    <>
      <Notice kind="waiting" actions={<Button onClick={onRetry}>{t('askAgain')}</Button>}>
        {t('unseen')}
      </Notice>
      {session === null ? (
        <p className="soft">{t('unseenVisitor')}</p>
      ) : (
        <LinkButton kind="primary" icon={StarIcon} wide to={`/p/${code}/rate`}>
          {t('rateUnseen')}
        </LinkButton>
      )}
      <LinkButton to="/scan">{t('otherPlate')}</LinkButton>
    </>
  )
}
