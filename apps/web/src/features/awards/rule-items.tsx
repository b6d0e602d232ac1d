import { type Language, awardsMessages } from '@azalea/client'
import { describeItem, findItem, type RuleItem, type RuleSheet, wordsIn } from '@azalea/scoring'
import { useEffect, useRef } from 'react'
import { useT } from '../../ui/i18n.ts'
import { useLanguage } from '../../ui/settings.ts'
import { Section } from '../../ui/page.tsx'
import { SheetWords } from '../../ui/sheet-words.tsx'

/** All items by category; each opens to what it takes, in sentences. */
export function RuleItems({
  sheet,
  wanted,
  openRef,
}: {
  sheet: RuleSheet
  /** Only items with these words are shown. */
  wanted: string
  /** The item that the reader came for. */
  openRef: string | null
}) {
  const t = useT(awardsMessages)
  const language = useLanguage()
  const open = openRef === null ? undefined : findItem(sheet, openRef)
  const shown = sheet.items.filter((item) => holds(item, wanted, language))
  if (shown.length === 0) return <p className="soft">{t('noItem')}</p>
  return (
    <>
      {sheet.categories.map(({ ref, name }) => {
        const items = shown.filter(({ category }) => category === ref)
        if (items.length === 0) return null
        return (
          <Section key={ref} title={wordsIn(name, language)}>
            <div className="rule-items">
              {items.map((item) => (
                <Item key={item.ref} item={item} isOpen={item === open} />
              ))}
            </div>
          </Section>
        )
      })}
    </>
  )
}

function Item({ item, isOpen }: { item: RuleItem; isOpen: boolean }) {
  const t = useT(awardsMessages)
  const language = useLanguage()
  const place = useRef<HTMLDetailsElement>(null)
  const [points = '', ...rest] = describeItem(item, language)

  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'center' })
  }, [isOpen])

  return (
    <details ref={place} className="rule-items__item" open={isOpen}>
      <summary>
        <span className="rule-items__name">
          <SheetWords text={wordsIn(item.name, language)} />
        </span>
        <span
          className={
            item.kind === 'deduction'
              ? 'rule-items__points rule-items__minus'
              : 'rule-items__points'
          }
        >
          {points}
        </span>
      </summary>
      <ul className="rule-items__rest">
        {rest.map((sentence) => (
          <li key={sentence}>
            <SheetWords text={sentence} />
          </li>
        ))}
        {wordsIn(item.verifier, language) !== '' && (
          <li>
            <SheetWords text={t('verifiedBy', { words: wordsIn(item.verifier, language) })} />
          </li>
        )}
      </ul>
    </details>
  )
}

function holds(item: RuleItem, wanted: string, language: Language): boolean {
  const words = wanted.trim().toLowerCase()
  return words === '' || wordsIn(item.name, language).toLowerCase().includes(words)
}
