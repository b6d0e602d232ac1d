import { SpeakerHighIcon } from '@phosphor-icons/react/dist/csr/SpeakerHigh'
import { StopCircleIcon } from '@phosphor-icons/react/dist/csr/StopCircle'
import { useEffect, useState } from 'react'
import { useT } from './i18n.ts'
import { useLanguage } from './settings.ts'
import { Button } from './button.tsx'
import { uiMessages } from './messages.ts'

/** Reads a text aloud with the phone's own voice; nothing is shown where there is none. */
export function ReadAloud({ text }: { text: string }) {
  const t = useT(uiMessages)
  const language = useLanguage()
  const [reading, setReading] = useState(false)

  useEffect(() => {
    if (!reading) return
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
    utterance.rate = 0.9
    utterance.addEventListener('end', () => setReading(false))
    utterance.addEventListener('error', () => setReading(false))
    speechSynthesis.speak(utterance)
    return () => speechSynthesis.cancel()
  }, [reading, text, language])

  if (!('speechSynthesis' in globalThis)) return null
  return (
    <Button
      kind="quiet"
      icon={reading ? StopCircleIcon : SpeakerHighIcon}
      onClick={() => setReading(!reading)}
    >
      {reading ? t('stopReading') : t('readAloud')}
    </Button>
  )
}
