import { platesMessages, type PlateAnswer } from '@azalea/client'
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple'
import { apiUrl } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import './plate-photo.css'

/** What its household, or the village, chose to tell everybody of it. */
export function Story({ plate: { code, subject } }: { plate: PlateAnswer }) {
  const t = useT(platesMessages)
  const { label, story, photo, mayWriteStory } = subject
  if (story === '' && photo === null && !mayWriteStory) return null
  return (
    <Section title={t('story')}>
      {photo !== null && (
        <img
          className="plate-photo"
          src={apiUrl('/api/plates/{code}/photo', { code, of: photo.fileId })}
          width={photo.width}
          height={photo.height}
          alt={t('photoOf', { label })}
        />
      )}
      {story !== '' && <p className="story">{story}</p>}
      {mayWriteStory && (
        <div className="outdent">
          <LinkButton kind="quiet" icon={PencilSimpleIcon} to={`/p/${code}/story`}>
            {t(story === '' && photo === null ? 'tell' : 'tellAnew')}
          </LinkButton>
        </div>
      )}
    </Section>
  )
}
