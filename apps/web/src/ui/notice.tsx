import type { Icon as PhosphorIcon } from '@phosphor-icons/react'
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { ClockIcon } from '@phosphor-icons/react/dist/csr/Clock'
import { InfoIcon } from '@phosphor-icons/react/dist/csr/Info'
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle'
import type { ReactNode } from 'react'
import { useT } from './i18n.ts'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import './notice.css'

export type NoticeKind = 'info' | 'done' | 'waiting' | 'wrong'

const icons: Record<NoticeKind, PhosphorIcon> = {
  info: InfoIcon,
  done: CheckCircleIcon,
  waiting: ClockIcon,
  wrong: WarningCircleIcon,
}

/**
 * A sentence in the flow of the page. `wrong` interrupts a screen reader, `done` and `waiting` are
 * said when it pauses, `info` stands still.
 */
export function Notice({
  kind = 'info',
  children,
  actions,
}: {
  kind?: NoticeKind
  children: ReactNode
  actions?: ReactNode
}) {
  const t = useT(uiMessages)
  const words = {
    info: t('noticeInfo'),
    done: t('noticeDone'),
    waiting: t('noticeWaiting'),
    wrong: t('noticeWrong'),
  }
  const role = { info: undefined, done: 'status', waiting: 'status', wrong: 'alert' }[kind]
  return (
    <div className={`notice notice--${kind}`} role={role}>
      <Icon of={icons[kind]} filled />
      <div className="notice__body">
        <div>
          <span className="visually-hidden">{words[kind]}: </span>
          {children}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
    </div>
  )
}
