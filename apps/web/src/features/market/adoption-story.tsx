import { apiUrl } from '../../app/api.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { civilDay } from '@azalea/client'
import { Day } from '../../ui/when.tsx'
import { adoptionMessages } from './adoption-messages.ts'
import { usePart, useQuantity, type Adoption } from './adoption.ts'

/** What is adopted, its contract with what happens when the harvest fails, and what the grower tells. */
export function AdoptionStory({ adoption, villageId }: { adoption: Adoption; villageId: string }) {
  const t = useT(adoptionMessages)
  const format = useFormat()
  const partOf = usePart()
  const quantity = useQuantity()
  const { contract, unit, harvested } = adoption
  return (
    <>
      <p className="market-words">{adoption.words}</p>
      <Facts
        facts={[
          { label: t('what'), value: t(`kind_${adoption.kind}`) },
          {
            label: t('season'),
            value: `${adoption.seasonName} ${format.days(adoption.beginsOn, adoption.endsOn)}`,
          },
          { label: t('crop'), value: adoption.crop },
          { label: t('part'), value: partOf(adoption) },
          { label: t('each'), value: format.money(adoption.priceFen) },
          { label: t('plot'), value: adoption.plotLabel },
          { label: t('grower'), value: adoption.growerName ?? t('growerMasked') },
          {
            label: t('harvested'),
            value: harvested === 0 ? t('nothingYet') : quantity(unit, harvested),
          },
        ]}
      />
      <LinkButton kind="quiet" to={`/v/${villageId}/plots/${adoption.plotId}/sensors`}>
        {t('readings')}
      </LinkButton>
      <Section title={t('contract', { edition: contract.edition })}>
        <p className="market-words">{contract.words}</p>
        <p>
          <strong>
            {t(`rule_${contract.failure}`, {
              percent: format.number(contract.refundPermille / 10),
            })}
          </strong>
        </p>
      </Section>
      <Updates adoption={adoption} villageId={villageId} />
    </>
  )
}

function Updates({ adoption, villageId }: { adoption: Adoption; villageId: string }) {
  const t = useT(adoptionMessages)
  const format = useFormat()
  const { updates, offerId: id } = adoption
  return (
    <Section title={t('updates')}>
      {updates.length === 0 && <p className="soft">{t('updatesNone')}</p>}
      <ul className="market-updates">
        {updates.map(({ updateId, words, photoFileId: fileId, writtenAt }) => (
          <li key={updateId} className="market-update">
            <p>
              <span className="soft small">
                <Day day={civilDay(writtenAt)} />
              </span>
              {words !== null && <> {words}</>}
            </p>
            {fileId !== null && (
              <img
                className="market-update__photo"
                src={apiUrl('/api/villages/{villageId}/adoptions/{id}/photos/{fileId}', {
                  villageId,
                  id,
                  fileId,
                })}
                alt={t('photoOf', { day: format.day(civilDay(writtenAt)) })}
                loading="lazy"
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
