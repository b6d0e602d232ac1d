import { serverBase } from '../../app/http-port.ts'
import { useT } from '../../ui/i18n.ts'
import { Section } from '../../ui/page.tsx'
import { howMessages } from './how-messages.ts'
import './verify.css'

/** What was done here, and the originals for whoever checks with tools of their own. */
export function HowSection({ path }: { path: string }) {
  const t = useT(howMessages)
  return (
    <Section title={t('how')}>
      <p>{t('how1')}</p>
      <p>{t('how2')}</p>
      <p>{t('how3')}</p>
      <p>{t('how4')}</p>
      <details>
        <summary>{t('files')}</summary>
        <ul className="stack stack--tight">
          {(['checkpoint', 'policy', 'vkey'] as const).map((file) => (
            <li key={file}>
              <a href={`${serverBase()}${path}/${file}`}>{t(`file_${file}`)}</a>
            </li>
          ))}
        </ul>
        <p>{t('auditor')}</p>
        <pre className="verify-json">
          npx azalea-audit {new URL(serverBase() + path, location.href).href}
        </pre>
      </details>
    </Section>
  )
}
