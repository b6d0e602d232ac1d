import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import { returnTo, takeArrival } from './hash-location.ts'
import { useT } from './i18n.ts'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import { sheetWords } from './sheet-words.tsx'
import { TitleAbove } from './title-above.ts'
import './page.css'

/** Whether a page has been shown in this visit. */
let hasShown = false

/**
 * A page: its one `h1`, where "back" leads, and its content as a column. `wide` is for tables and
 * wall screens. The title is the document's title too.
 */
export function Page({
  title,
  lead,
  back,
  wide = false,
  actions,
  step,
  children,
}: {
  title: string
  /** One sentence below the title. */
  lead?: ReactNode
  /** The path that "back" leads to. */
  back?: string
  wide?: boolean
  /** Buttons beside the title. */
  actions?: ReactNode
  /** Names the step of a page that goes by steps: each new one leads to the heading. */
  step?: string | number
  children: ReactNode
}) {
  const t = useT(uiMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
  }, [title])
  const leadId = useId()
  useEffect(() => {
    // The first page of all is read from its top; each later one, and each step, from its heading.
    if (takeArrival() || hasShown) heading.current?.focus({ preventScroll: true })
    hasShown = true
  }, [step])
  const spoken = useLaterTitle(title)
  return (
    <div className={wide ? 'page page--wide' : 'page'}>
      <header className="page__head">
        {back !== undefined && (
          <Link
            href={back}
            className="page__back"
            onClick={(event) => {
              if (returnTo(back)) event.preventDefault()
            }}
          >
            <Icon of={CaretLeftIcon} />
            {t('back')}
          </Link>
        )}
        <div className="page__title-row">
          <h1
            ref={heading}
            tabIndex={-1}
            aria-describedby={step !== undefined && lead !== undefined ? leadId : undefined}
          >
            {sheetWords(title)}
          </h1>
          {actions !== undefined && <div className="row">{actions}</div>}
        </div>
        {lead !== undefined && (
          <p className="page__lead" id={leadId}>
            {sheetWords(lead)}
          </p>
        )}
      </header>
      <output className="visually-hidden">{spoken}</output>
      {children}
    </div>
  )
}

/** A title that is known only once the page was read, for those who heard another one. */
function useLaterTitle(title: string): string {
  const [first] = useState(title)
  return title === first ? '' : title
}

/** A part of a page under its own heading; `aside` stands at the heading's right, as a link. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section__head">
        <h2 id={id}>{sheetWords(title)}</h2>
        {aside}
      </div>
      <TitleAbove value={title}>{children}</TitleAbove>
    </section>
  )
}
