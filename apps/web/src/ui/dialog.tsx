import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useT } from './i18n.ts'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import './dialog.css'

interface DialogProps {
  open: boolean
  /** Called for the close button, Escape, and a tap beside the dialog. */
  onClose: () => void
  title: string
  children: ReactNode
}

/**
 * A native modal dialog: the browser keeps the focus inside and gives it back. Only for what
 * cannot be taken back; what can be undone happens at once and offers the undoing.
 */
export function Dialog(props: DialogProps) {
  return <Modal {...props} className="dialog" />
}

/** A dialog that comes up from the lower edge: a few choices at the thumb. */
export function Sheet(props: DialogProps) {
  return <Modal {...props} className="dialog dialog--sheet" />
}

function Modal({ open, onClose, title, children, className }: DialogProps & { className: string }) {
  const t = useT(uiMessages)
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- Escape does the same
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        // The padding belongs to the inner box, so a click on the dialog itself is on its backdrop.
        if (event.target === dialog.current) onClose()
      }}
    >
      {open && (
        <div className="dialog__inside">
          <header className="dialog__head">
            <h2 id={titleId}>{title}</h2>
            <button
              type="button"
              className="dialog__close"
              aria-label={t('close')}
              onClick={onClose}
            >
              <Icon of={XIcon} />
            </button>
          </header>
          {children}
        </div>
      )}
    </dialog>
  )
}
