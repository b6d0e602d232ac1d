import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple'
import { apiUrl } from '../../app/api.ts'
import { useT } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { importMessages } from './import-messages.ts'

/** The rows that are not imported, each with why, as a spreadsheet. */
export function SkippedFile({ importId, count }: { importId: string; count: number }) {
  const t = useT(importMessages)
  return (
    <div>
      <a
        className="button button--secondary"
        href={apiUrl('/api/roster/import/{importId}/skipped', { importId })}
        download
      >
        <Icon of={DownloadSimpleIcon} />
        {t('skippedFile', { count })}
      </a>
    </div>
  )
}
