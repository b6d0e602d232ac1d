import { isPlateCode, readPlateCode } from '@azalea/text'
import { HandbagIcon } from '@phosphor-icons/react/dist/csr/Handbag'
import { PackageIcon } from '@phosphor-icons/react/dist/csr/Package'
import { ScanIcon } from '@phosphor-icons/react/dist/csr/Scan'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { hasRole, useSession } from '../../app/session.tsx'
import { useAnswer } from '../../app/use-answer.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { CameraView } from '../../ui/camera-view.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useLanguage } from '../../ui/settings.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Span } from '../../ui/when.tsx'
import { counterMessages } from './counter-messages.ts'
import { inWords, type Counter } from './shop.ts'
import { SignOffs } from './sign-offs.tsx'
import { useHouseholdName } from './use-household-name.ts'

/** Where goods leave: find the household by its code, hand over, sign what another household handed over. */
export function CounterPage() {
  const t = useT(counterMessages)
  const counter = useAnswer('/api/shop/counter')
  return (
    <Page title={t('title')} lead={t('lead')} back="/workbench">
      {counter.isPending && <Skeleton count={5} />}
      {counter.isError && (
        <ErrorState error={counter.error} onRetry={() => void counter.refetch()} />
      )}
      {counter.data !== undefined && <Loaded counter={counter.data} />}
    </Page>
  )
}

function Loaded({ counter }: { counter: Counter }) {
  const t = useT(counterMessages)
  const { session } = useSession()
  return (
    <>
      <IsOpen counter={counter} />
      <FindHousehold />
      <SignOffs toSign={counter.toSign} />
      <Reserved reserved={counter.reserved} />
      <ButtonRow>
        <LinkButton to="/workbench/shop/reserve" icon={HandbagIcon}>
          {t('reserveFor')}
        </LinkButton>
        <LinkButton to="/workbench/shop/stock" icon={PackageIcon}>
          {t('stock')}
        </LinkButton>
        {hasRole(session, ['committee']) && (
          <LinkButton to="/workbench/shop/market" icon={StorefrontIcon}>
            {t('market')}
          </LinkButton>
        )}
        <LinkButton kind="quiet" to={`/v/${session?.village.villageId ?? ''}/shop`}>
          {t('priceList')}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

function IsOpen({ counter: { isOpen, openings } }: { counter: Counter }) {
  const t = useT(counterMessages)
  const [next] = openings
  if (isOpen && next !== undefined)
    return (
      <Notice kind="done">
        {t('openNow')} <Span from={next.opensAt} to={next.closesAt} />
      </Notice>
    )
  return (
    <Notice kind="waiting">
      {t('closedNow')}
      {next !== undefined && (
        <>
          {' '}
          {t('next')} <Span from={next.opensAt} to={next.closesAt} />
        </>
      )}
    </Notice>
  )
}

/** Scanned by the camera, or typed. */
function FindHousehold() {
  const t = useT(counterMessages)
  const [, navigate] = useLocation()
  const [isScanning, setScanning] = useState(false)
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const open = (text: string) => {
    const read = readPlateCode(text)
    setWrong(!isPlateCode(read))
    if (isPlateCode(read)) navigate(`/workbench/shop/code/${read}`)
  }
  return (
    <Section title={t('code')}>
      {isScanning ? (
        <CameraView hint={t('scanHint')} onRead={open} />
      ) : (
        <div>
          <Button icon={ScanIcon} onClick={() => setScanning(true)}>
            {t('scan')}
          </Button>
        </div>
      )}
      <Form onSubmit={() => open(code)}>
        <CodeField
          kind="plate"
          label={t('orType')}
          hint={t('codeHint')}
          error={isWrong ? t('codeWrong') : undefined}
          value={code}
          onChange={setCode}
          maxLength={14}
        />
        <Button kind="primary" submit>
          {t('find')}
        </Button>
      </Form>
    </Section>
  )
}

function Reserved({ reserved }: Pick<Counter, 'reserved'>) {
  const t = useT(counterMessages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useHouseholdName()
  return (
    <Section title={t('reserved')}>
      {reserved.length === 0 ? (
        <p className="soft">{t('reservedNone')}</p>
      ) : (
        <List label={t('reserved')}>
          {reserved.map((one) => (
            <ListRow
              key={one.purchaseId}
              title={`${inWords(one.name, language)} × ${one.quantity}`}
              note={
                <>
                  <span>{nameOf(one.household)}</span>
                  <span>{t('until', { until: format.until(one.fetchUntil) })}</span>
                </>
              }
              value={`${format.points(one.pointsHundredths)} ${t('points', { count: one.pointsHundredths / 100 })}`}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
