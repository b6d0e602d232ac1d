import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass'
import { platesMessages } from '@azalea/client'
import { ScanIcon } from '@phosphor-icons/react/dist/csr/Scan'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { PlateCodeForm } from './plate-code-form.tsx'
import { SeenPlatesSection } from './seen-plates-section.tsx'

/** 我要评: which plot, yard or post is to be rated. */
export function ChoosePlatePage() {
  const t = useT(platesMessages)
  return (
    <Page title={t('rateTitle')} lead={t('rateLead')} back="/">
      <LinkButton kind="primary" icon={ScanIcon} wide to="/scan">
        {t('scanPlate')}
      </LinkButton>
      <Section title={t('orType')}>
        <PlateCodeForm />
        <LinkButton kind="quiet" icon={MagnifyingGlassIcon} to="/plates">
          {t('find')}
        </LinkButton>
      </Section>
      <SeenPlatesSection />
      <p>
        <LinkButton kind="quiet" to="/me/ratings">
          {t('myRatings')}
        </LinkButton>
      </p>
    </Page>
  )
}
