import { CameraIcon } from '@phosphor-icons/react/dist/csr/Camera'
import { useEffect, useRef, useState } from 'react'
import { useT } from './i18n.ts'
import { Button } from './button.tsx'
import { Field, type FieldTexts } from './field.tsx'
import { Icon } from './icon.tsx'
import { uiMessages } from './messages.ts'
import type { PhotoProblem } from './shrink-photo/shrink-photo.ts'
import './photo-field.css'

/**
 * Made small by what is loaded when somebody chooses a photo. Where that is not on the phone and
 * nothing can be loaded, the photo goes as it is: the server makes it small too.
 */
async function shrunk(photo: File): Promise<{ photo: File; problem?: PhotoProblem }> {
  const shrinking = await import('./shrink-photo/shrink-photo.ts').catch(() => null)
  if (shrinking === null) return { photo }
  try {
    return { photo: await shrinking.shrinkPhoto(photo) }
  } catch (error) {
    if (error instanceof shrinking.PhotoError) return { photo, problem: error.problem }
    throw error
  }
}

/** One photo, from the camera or the album, made small on the phone and shown before it is sent. */
export function PhotoField({
  value,
  onChange,
  ...texts
}: FieldTexts & {
  value: File | null
  onChange: (file: File | null) => void
}) {
  const t = useT(uiMessages)
  const [refusal, setRefusal] = useState<string>()
  const [isShrinking, setShrinking] = useState(false)
  const chosen = useRef(0)
  const choose = async (file: File | undefined) => {
    if (file === undefined) return
    const choice = ++chosen.current
    const isLast = () => choice === chosen.current
    setRefusal(undefined)
    setShrinking(true)
    const { photo, problem } = await shrunk(file)
    if (!isLast()) return
    setShrinking(false)
    if (problem === undefined) onChange(photo)
    else setRefusal(t(`photo_${problem}`))
  }
  const hint = isShrinking ? t('photoShrinking') : texts.hint
  return (
    <Field {...texts} {...(hint === undefined ? {} : { hint })} error={texts.error ?? refusal}>
      {(ties) => (
        <div className="stack stack--tight">
          {value !== null && <Picture file={value} />}
          <span className="photo-field__choose">
            <Icon of={CameraIcon} />
            {value === null ? t('choosePhoto') : t('changePhoto')}
            <input
              {...ties}
              type="file"
              accept="image/*"
              onChange={(event) => {
                void choose(event.currentTarget.files?.[0])
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
