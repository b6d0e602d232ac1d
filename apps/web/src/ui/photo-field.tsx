import { CameraIcon } from '@phosphor-icons/react/dist/csr/Camera'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../app/i18n.ts'
import { Button } from './button.tsx'
import { Field, type FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import './photo-field.css'

const acceptedTypes = ['image/jpeg', 'image/png', 'image/webp']
const bytesPerMegabyte = 1024 * 1024

/** One photo, from the camera or the album, shown before it is sent. */
export function PhotoField({
  value,
  onChange,
  maxMegabytes = 8,
  ...texts
}: FieldTexts & {
  value: File | null
  onChange: (file: File | null) => void
  /** The server's limit. */
  maxMegabytes?: number
}) {
  const t = useT(uiMessages)
  const [refusal, setRefusal] = useState<string>()
  const choose = (file: File | undefined) => {
    if (file === undefined) return
    if (!acceptedTypes.includes(file.type)) return setRefusal(t('photoNotImage'))
    if (file.size > maxMegabytes * bytesPerMegabyte) {
      return setRefusal(t('photoTooLarge', { megabytes: maxMegabytes }))
    }
    setRefusal(undefined)
    onChange(file)
  }
  return (
    <Field {...texts} error={texts.error ?? refusal}>
      {(ties) => (
        <div className="stack stack--tight">
          {value !== null && <Picture file={value} />}
          <span className="photo-field__choose">
            <Icon of={CameraIcon} />
            {value === null ? t('choosePhoto') : t('changePhoto')}
            <input
              {...ties}
              type="file"
              accept={acceptedTypes.join(',')}
              onChange={(event) => {
                choose(event.currentTarget.files?.[0])
                // Choosing the same file again after removing it must count as a change.
                event.currentTarget.value = ''
              }}
            />
          </span>
          {value !== null && (
            <div>
              <Button kind="quiet" onClick={() => onChange(null)}>
                {t('removePhoto')}
              </Button>
            </div>
          )}
        </div>
      )}
    </Field>
  )
}

function Picture({ file }: { file: File }) {
  const t = useT(uiMessages)
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(file)
    if (picture.current !== null) picture.current.src = address
    return () => URL.revokeObjectURL(address)
  }, [file])
  return <img ref={picture} className="photo-field__picture" alt={t('chosenPhoto')} />
}
