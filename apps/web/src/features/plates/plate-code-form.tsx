import { platesMessages } from '@azalea/client'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../ui/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Form } from '../../ui/form.tsx'
import { platePath } from './read-scanned.ts'

/** Typing what stands on a plate, for whoever cannot or would rather not scan it. */
export function PlateCodeForm({ primary = false }: { primary?: boolean }) {
  const t = useT(platesMessages)
  const [, navigate] = useLocation()
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <Form
      onSubmit={() => {
        const path = platePath(code)
        setWrong(path === null)
        if (path !== null) navigate(path)
      }}
    >
      <CodeField
        kind="plate"
        label={t('code')}
        hint={t('codeHint')}
        error={wrong ? t('codeWrong') : undefined}
        value={code}
        onChange={setCode}
        maxLength={14}
      />
      <Button kind={primary ? 'primary' : 'secondary'} submit wide>
        {t('openPlate')}
      </Button>
    </Form>
  )
}
