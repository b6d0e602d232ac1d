import { useT } from '../../ui/i18n.ts'
import { InstallHint } from '../../app/install-hint.tsx'
import { changeSettings, useSettings } from '../../ui/settings.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { settingsMessages } from './messages.ts'

export function SettingsPage() {
  const t = useT(settingsMessages)
  const settings = useSettings()
  return (
    <Page title={t('title')} lead={t('lead')} back="/me">
      <Section title={t('language')}>
        <div>
          <Segmented
            label={t('language')}
            value={settings.language}
            onChange={(language) => changeSettings({ language })}
            options={[
              { value: 'zh', label: t('nativeChinese') },
              { value: 'en', label: t('nativeEnglish') },
            ]}
          />
        </div>
      </Section>
      <Section title={t('reading')}>
        <Checkbox
          label={t('elder')}
          hint={t('elderHint')}
          checked={settings.elder}
          onChange={(elder) => changeSettings({ elder })}
        />
        <Checkbox
          label={t('highContrast')}
          hint={t('highContrastHint')}
          checked={settings.highContrast}
          onChange={(highContrast) => changeSettings({ highContrast })}
        />
        <p className="soft small">{t('darkHint')}</p>
      </Section>
      <InstallHint />
      <Section title={t('about')}>
        <p>{t('aboutText')}</p>
      </Section>
    </Page>
  )
}
