import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Link } from 'wouter'
import { takeArrival } from '../app/hash-location.ts'
import { useT } from '../app/i18n.ts'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import './page.css'

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
  children: ReactNode
}) {
  const t = useT(uiMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    if (takeArrival()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={wide ? 'page page--wide' : 'page'}>
      <header className="page__head">
        {back !== undefined && (
          <Link href={back} className="page__back">
            <Icon of={CaretLeftIcon} />
            {t('back')}
          </Link>
        )}
        <div className="page__title-row">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {actions !== undefined && <div className="row">{actions}</div>}
        </div>
        {lead !== undefined && <p className="page__lead">{lead}</p>}
      </header>
      {children}
    </div>
  )
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
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
