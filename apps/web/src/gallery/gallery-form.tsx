import { useState } from 'react'
import { useT } from '../ui/i18n.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { CodeField } from '../ui/code-field.tsx'
import { DateField, DateTimeField } from '../ui/date-field.tsx'
import { Form } from '../ui/form.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { Section } from '../ui/page.tsx'
import { PhotoField } from '../ui/photo-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { StarRating, type StarCount } from '../ui/star-rating.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { galleryMessages } from './messages.ts'

export function GalleryForm() {
  const t = useT(galleryMessages)
  const [stars, setStars] = useState<StarCount | null>(4)
  const [name, setName] = useState(t('activityValue'))
  const [people, setPeople] = useState<number | null>(12)
  const [group, setGroup] = useState<'1' | '2' | ''>('')
  const [at, setAt] = useState<string | null>('2026-11-05T06:30:00Z')
  const [day, setDay] = useState<string | null>('2026-11-05')
  const [words, setWords] = useState('')
  const [plate, setPlate] = useState('K7Q2MX')
  const [code, setCode] = useState('12345')
  const [consent, setConsent] = useState(true)
  const [photo, setPhoto] = useState<File | null>(null)
  return (
    <Section title={t('form')}>
      <Form onSubmit={() => undefined}>
        <StarRating label={t('rating')} value={stars} onChange={setStars} />
        <TextField label={t('activity')} hint={t('activityHint')} value={name} onChange={setName} />
        <div className="columns">
          <NumberField
            label={t('people')}
            unit={t('peopleUnit')}
            value={people}
            onChange={setPeople}
            whole
          />
          <SelectField
            label={t('group')}
            placeholder={t('choose')}
            value={group}
            onChange={setGroup}
            options={[
              { value: '1', label: t('group1') },
              { value: '2', label: t('group2') },
            ]}
          />
          <DateTimeField label={t('when')} value={at} onChange={setAt} />
          <DateField label={t('day')} value={day} onChange={setDay} />
          <CodeField label={t('plate')} kind="plate" value={plate} onChange={setPlate} />
          <CodeField
            label={t('code')}
            kind="digits"
            maxLength={6}
            value={code}
            onChange={setCode}
            error={t('codeError')}
          />
        </div>
        <TextArea label={t('words')} value={words} onChange={setWords} optional />
        <PhotoField label={t('photo')} value={photo} onChange={setPhoto} optional />
        <Checkbox
          label={t('consent')}
          hint={t('consentHint')}
          checked={consent}
          onChange={setConsent}
        />
      </Form>
    </Section>
  )
}
