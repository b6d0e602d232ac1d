import { useT } from '../ui/i18n.ts'
import { hasRole, useSession } from './session.tsx'
import { LinkButton } from '../ui/button.tsx'
import { uiMessages } from '../ui/messages.ts'
import { Notice } from '../ui/notice.tsx'

/** Why no QR code stands beside the digits, and who can change that. */
export function NoAddress() {
  const t = useT(uiMessages)
  const maySay = hasRole(useSession().session, ['operator'])
  return (
    <Notice
      {...(maySay
        ? {
            actions: <LinkButton to="/workbench/plates/address">{t('noAddressSay')}</LinkButton>,
          }
        : {})}
    >
      {t('noAddress')} {!maySay && t('noAddressAsk')}
    </Notice>
  )
}
