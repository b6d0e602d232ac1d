import { TextAaIcon } from '@phosphor-icons/react/dist/csr/TextAa'
import { TrayIcon } from '@phosphor-icons/react/dist/csr/Tray'
import { Link, useLocation } from 'wouter'
import { Icon } from '../ui/icon.tsx'
import { useT } from '../ui/i18n.ts'
import { Mark } from './mark.tsx'
import { appMessages } from './messages.ts'
import { cadreRoles, hasRole, type Session } from './session.tsx'
import { changeSettings, useSettings } from '../ui/settings.ts'
import './app-bar.css'

/** The village, the way in for a `visitor`, and the two switches that must be one tap away: language and elder mode. */
export function AppBar({ session, visitor }: { session: Session; visitor: boolean }) {
  const t = useT(appMessages)
  const { language, elder } = useSettings()
  const [path] = useLocation()
  return (
    <header className="app-bar">
      <Link href="/" className="app-bar__village">
        <Mark />
        <span>{session?.village.name ?? t('product')}</span>
      </Link>
      <div className="app-bar__tools">
        {visitor && path !== '/sign-in' && (
          <Link href="/sign-in" className="app-bar__tool">
            {t('signIn')}
          </Link>
        )}
        {hasRole(session, cadreRoles) && (
          <Link href="/workbench" className="app-bar__tool app-bar__tool--workbench">
            <Icon of={TrayIcon} />
            <span>{t('workbench')}</span>
          </Link>
        )}
        <button
          type="button"
          className="app-bar__tool"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          aria-label={t('nativeOtherLanguageLabel')}
          onClick={() => changeSettings({ language: language === 'zh' ? 'en' : 'zh' })}
        >
          {t('nativeOtherLanguage')}
        </button>
        <button
          type="button"
          className="app-bar__tool app-bar__tool--elder"
          title={t('elderLabel')}
          onClick={() => changeSettings({ elder: !elder })}
        >
          <Icon of={TextAaIcon} />
          <span>{elder ? t('elderOff') : t('elderOn')}</span>
        </button>
      </div>
    </header>
  )
}
