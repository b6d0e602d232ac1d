import { useGroupName } from '../../app/groups.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { offersMessages } from './messages.ts'
import { useQuantity, type PublicQueue } from './offer.ts'
import { useOfferT } from './person-words.ts'

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
  const t = useOfferT(offer.claimant)
  const format = useFormat()
  const say = useQuantity(offer.unit)
  const { honourSince, publishes } = offer
  const ages = useAges(offer)
  const honour =
    honourSince === null ? t('honourAll') : t('honourSince', { day: format.day(honourSince) })
  return (
    <>
      <Facts
        facts={[
          { label: t('kind'), value: t(`kind_${offer.kind}`) },
          { label: t('amount'), value: say(offer.supplyQuantity) },
          { label: t('most'), value: say(offer.mostQuantity) },
          { label: t('who'), value: <WhoMay offer={offer} /> },
          { label: t('ages'), value: ages },
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

/** Of persons, how old; null: whoever is grown. */
function useAges({ ageFrom, ageTo }: Terms): string | null {
  const t = useT(offersMessages)
  if (ageFrom !== null && ageTo !== null) return t('agesBetween', { from: ageFrom, to: ageTo })
  if (ageFrom !== null) return t('agesFrom', { from: ageFrom })
  return ageTo === null ? null : t('agesTo', { to: ageTo })
}

function WhoMay({ offer: { claimant, groupNos } }: { offer: Terms }) {
  const isSignedIn = useSession().session !== null
  const t = useOfferT(claimant)
  if (groupNos.length === 0) return t('everyHousehold')
  return isSignedIn ? (
    <Groups claimant={claimant} groupNos={groupNos} />
  ) : (
    t('groupsOf', { list: groupNos.join(t('between')) })
  )
}

function Groups({ claimant, groupNos }: Pick<Terms, 'claimant' | 'groupNos'>) {
  const t = useOfferT(claimant)
  const groupName = useGroupName()
  return t('groupsNamed', { list: groupNos.map(groupName).join(t('between')) })
}
