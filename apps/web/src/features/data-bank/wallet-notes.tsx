import type { Answer } from '@azalea/client'
import { GiftIcon } from '@phosphor-icons/react/dist/csr/Gift'
import { StorefrontIcon } from '@phosphor-icons/react/dist/csr/Storefront'
import { TicketIcon } from '@phosphor-icons/react/dist/csr/Ticket'
import { useAnswer } from '../../app/use-answer.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Notice } from '../../ui/notice.tsx'
import { dataBankMessages } from './messages.ts'
import { reckoningOf } from './reckoning.ts'

type Closing = NonNullable<Answer<'/api/me/wallet-closing'>['closing']>

/** When the wallets' yearly close is and what it would take, and where points can be spent. */
export function WalletNotes() {
  const t = useT(dataBankMessages)
  const format = useFormat()
  const closing = useAnswer('/api/me/wallet-closing').data?.closing ?? null
  return (
    <>
      {closing !== null && (
        <Notice kind={closing.isAnnounced ? 'waiting' : 'info'}>
          {t(closing.droppedHundredths === 0 ? 'closingNothing' : 'closingOn', {
            day: format.fullDay(closing.closesOn),
            dropped: format.points(closing.droppedHundredths),
            kept: format.points(closing.keptHundredths),
          })}
          {!closing.isAnnounced && <> {t('closingPlanned')}</>}
        </Notice>
      )}
      {closing !== null && closing.droppedHundredths > 0 && <Reckoning closing={closing} />}
      <ButtonRow>
        <LinkButton to="/me/shop" icon={StorefrontIcon}>
          {t('shop')}
        </LinkButton>
        <LinkButton to="/me/vouchers" icon={TicketIcon}>
          {t('vouchers')}
        </LinkButton>
        <LinkButton to="/me/gifts" icon={GiftIcon}>
          {t('toGifts')}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

function Reckoning({ closing }: { closing: Closing }) {
  const t = useT(dataBankMessages)
  const format = useFormat()
  const params = {
    share: `${format.number((closing.keepPermille ?? 0) / 10)}%`,
    most: format.points(closing.atMostHundredths ?? 0),
  }
  return (
    <details>
      <summary>{t('reckoning')}</summary>
      <Facts
        facts={reckoningOf(closing).map(({ step, hundredths, isMoved }) => ({
          label: t(`reckoning_${step}`, params),
          value: t('reckoned', {
            points: isMoved ? format.signedPoints(hundredths) : format.points(hundredths),
          }),
        }))}
      />
    </details>
  )
}
