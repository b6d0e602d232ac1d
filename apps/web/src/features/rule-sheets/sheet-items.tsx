import {
  describePolicies,
  describeItem,
  type RuleItem,
  type RuleSheet,
  wordsIn,
} from '@azalea/scoring'
import { useFormat } from '../../ui/format.ts'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { List, ListRow } from '../../ui/list.tsx'
import { Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { ruleSheetsMessages } from './messages.ts'
import { SheetWords } from '../../ui/sheet-words.tsx'

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
        title={wordsIn(name, language)}
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

/** What holds for the whole sheet, in sentences. */
export function SheetPolicies({ sheet }: { sheet: RuleSheet }) {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  return (
    <Section title={t('policies')}>
      <div className="stack stack--tight">
        {describePolicies(sheet.policies, language).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Section>
  )
}

/** What points buy. */
export function SheetGoods({ sheet: { goods } }: { sheet: RuleSheet }) {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  const format = useFormat()
  if (goods.length === 0) return null
  return (
    <Section title={t('goods')}>
      <List label={t('goods')}>
        {goods.map(({ ref, name, unit, verifier, costHundredths }) => (
          <ListRow
            key={ref}
            title={wordsIn(name, language)}
            note={wordsIn(verifier, language)}
            value={t('costEach', {
              points: format.points(costHundredths),
              unit: wordsIn(unit, language),
            })}
          />
        ))}
      </List>
    </Section>
  )
}

function Item({ item }: { item: RuleItem }) {
  const t = useT(ruleSheetsMessages)
  const language = useLanguage()
  const sentences = describeItem(item, language)
  return (
    <details className="sheet-items__item">
      <summary>
        <span className="sheet-items__name">
          <SheetWords text={wordsIn(item.name, language)} />
          {item.kind === 'deduction' && <StateBadge tone="past">{t('deductions')}</StateBadge>}
        </span>
        <Worth item={item} />
      </summary>
      <div className="sheet-items__words">
        {sentences.map((sentence) => (
          <p key={sentence}>
            <SheetWords text={sentence} />
          </p>
        ))}
        <p>
          <SheetWords text={wordsIn(item.verifier, language)} />
        </p>
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
