import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { placeCodeKey, readPlaceCode, type Place } from '../../app/place-code.ts'
import { useT } from '../../ui/i18n.ts'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { NoAddress } from '../../app/no-address.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { activitiesMessages } from './messages.ts'
import './activities.css'

/** The digits do not wait for it. */
const QrCode = lazyPage(() => import('../../ui/qr-code.tsx').then((m) => m.QrCode))

/** The six digits that people type here, and the QR code for those who scan; it renews itself. */
export function PlaceCode({ way, id }: Place) {
  const t = useT(activitiesMessages)
  const code = useQuery({
    queryKey: placeCodeKey({ way, id }),
    queryFn: ({ signal }) => readPlaceCode({ way, id }, signal),
    staleTime: 0,
    // Half a second late rather than early: the old code would come back once more.
    refetchInterval: ({ state }) => (state.data?.secondsLeft ?? 10) * 1000 + 500,
  })
  if (code.isPending) return <Skeleton of="number" count={1} />
  if (code.isError) return <ErrorState error={code.error} onRetry={() => void code.refetch()} />
  const { url } = code.data
  return (
    <div className="place-code">
      {url === null ? (
        <NoAddress />
      ) : (
        <Suspense fallback={<div className="place-code__waiting" />}>
          <QrCode text={url} label={t('codeQr')} />
        </Suspense>
      )}
      <div className="stack stack--tight">
        <output className="place-code__digits">{code.data.code}</output>
        <p className="soft small">{t(url === null ? 'codeWordsDigits' : 'codeWords')}</p>
      </div>
    </div>
  )
}
