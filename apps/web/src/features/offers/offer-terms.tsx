import { useGroupName } from '../../app/groups.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { offersMessages } from './messages.ts'
import { useQuantity, type PublicQueue } from './offer.ts'

type Terms = Omit<PublicQueue, 'lines' | 'nextCursor'>

/** What an offer says, and the rule by which it is shared. */
export function OfferTerms({
  offer,
  dated = false,
}: {
  offer: Terms
  /** With full dates, as on paper. */
  dated?: boolean
}) {
  const t = useT(offersMessages)
  const format = useFormat()
  const say = useQuantity(offer.unit)
  const { honourSince, groupNos, publishes } = offer
  const honour =
    honourSince === null ? t('honourAll') : t('honourSince', { day: format.day(honourSince) })
  return (
    <>
      <Facts
        facts={[
          { label: t('kind'), value: t(`kind_${offer.kind}`) },
          { label: t('amount'), value: say(offer.supplyQuantity) },
          { label: t('most'), value: say(offer.mostQuantity) },
          { label: t('who'), value: <WhoMay groupNos={groupNos} /> },
          { label: t('opensAt'), value: <When at={offer.opensAt} dated={dated} /> },
          { label: t('closesAt'), value: <When at={offer.closesAt} dated={dated} /> },
          { label: t('claims'), value: t('claimsCount', { count: offer.claims }) },
          { label: t('honour'), value: honour },
          { label: t('answerWithin'), value: t('answerDays', { count: offer.answerWithinDays }) },
          { label: t('publishes'), value: t(`publishes_${publishes}`) },
        ]}
      />
      <Section title={t('ruleNamed', { name: offer.ruleName })}>
        <ul>
          {offer.ruleSentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function WhoMay({ groupNos }: { groupNos: readonly number[] }) {
  const isSignedIn = useSession().session !== null
  const t = useT(offersMessages)
  if (groupNos.length === 0) return t('everyHousehold')
  return isSignedIn ? (
    <Groups groupNos={groupNos} />
  ) : (
    t('groupsOf', { list: groupNos.join(t('between')) })
  )
}

function Groups({ groupNos }: { groupNos: readonly number[] }) {
  const t = useT(offersMessages)
  const groupName = useGroupName()
  return t('groupsNamed', { list: groupNos.map(groupName).join(t('between')) })
}
