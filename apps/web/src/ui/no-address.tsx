import { useT } from '../app/i18n.ts'
import { hasRole, useSession } from '../app/session.tsx'
import { LinkButton } from './button.tsx'
import { uiMessages } from './messages.ts'
import { Notice } from './notice.tsx'

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
