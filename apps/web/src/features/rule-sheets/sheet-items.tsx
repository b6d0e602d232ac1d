import { describeItem, type RuleItem, type RuleSheet } from '@azalea/scoring'
import { useFormat } from '../../app/format.ts'
import { useT } from '../../app/i18n.ts'
import { useLanguage } from '../../app/settings.ts'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { ruleSheetsMessages } from './messages.ts'

/** Every item by category, each opening to its rules in sentences. */
export function SheetItems({ sheet }: { sheet: RuleSheet }) {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  return sheet.categories.map(({ ref, name }) => {
    const items = sheet.items.filter(({ category }) => category === ref)
    if (items.length === 0) return null
    return (
      <Section
        key={ref}
        title={name[language]}
        aside={<span className="soft small">{t('items', { count: items.length })}</span>}
      >
        <div className="sheet-items">
          {items.map((item) => (
            <Item key={item.ref} item={item} />
          ))}
        </div>
      </Section>
    )
  })
}

function Item({ item }: { item: RuleItem }) {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  const sentences = describeItem(item, language)
  return (
    <details className="sheet-items__item">
      <summary>
        <span className="sheet-items__name">
          {item.name[language]}
          {item.kind === 'deduction' && <StateBadge tone="past">{t('deductions')}</StateBadge>}
        </span>
        <Worth item={item} />
      </summary>
      <div className="sheet-items__words">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>{item.verifier[language]}</p>
      </div>
    </details>
  )
}

/** The number that people look for; bands have none, their sentence says it. */
function Worth({ item: { base, kind } }: { item: RuleItem }) {
  const format = useFormat()
  if (base.kind === 'bands') return null
  const sign = kind === 'merit' ? 1 : -1
  return (
    <strong className="sheet-items__worth">
      {format.signedPoints(sign * base.pointsHundredths)}
    </strong>
  )
}
