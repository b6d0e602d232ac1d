import { Suspense, useState } from 'react'
import { post } from '../../app/api.ts'
import { useAnswer } from '../../app/use-answer.ts'
import { useCommand } from '../../app/use-command.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { ErrorState, ProblemNotice } from '../../ui/error-state.tsx'
import { useT } from '../../ui/i18n.ts'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Land } from './land.ts'
import { landMessages } from './messages.ts'

const PlotMap = lazyPage(() => import('./plot-map.tsx').then((m) => m.PlotMap))
const E7 = 10_000_000
/** About a kilometre. */
const MARGIN_E7 = 100_000

type Box = NonNullable<Land['bounds']>

/** Within which box the village's plots lie: two corners on the map, or all plots with a margin. */
export function BoundsPage() {
  const t = useT(landMessages)
  const land = useAnswer('/api/plots')
  return (
    <Page title={t('boundsTitle')} lead={t('boundsLead')} back="/workbench/plots" wide>
      {land.isPending && <Skeleton count={4} />}
      {land.isError && <ErrorState error={land.error} onRetry={() => void land.refetch()} />}
      {land.data !== undefined && <Bounds land={land.data} />}
    </Page>
  )
}

function Bounds({ land }: { land: Land }) {
  const t = useT(landMessages)
  const [corners, setCorners] = useState<readonly number[]>([])
  const save = useCommand(
    (box: Box, idempotencyKey) => post('/api/land-bounds', {}, box, { idempotencyKey }),
    () => setCorners([]),
  )
  const tapped = corners.length >= 4 ? boxOf(corners) : null
  const shown = tapped ?? land.bounds
  const around = aroundOf(land.plots)
  return (
    <>
      {land.bounds === null && <Notice>{t('boundsNone')}</Notice>}
      {save.isSuccess && corners.length === 0 && <Notice kind="done">{t('boundsSaved')}</Notice>}
      <p className="soft">{t('boundsTap')}</p>
      <Suspense fallback={<Skeleton count={4} />}>
        <PlotMap
          label={t('map')}
          plots={land.plots}
          tiles={land.tiles}
          corners={shown === null ? corners : ringOf(shown)}
          onCorner={(east, north) =>
            setCorners((before) => (before.length >= 4 ? [east, north] : [...before, east, north]))
          }
        />
      </Suspense>
      {shown !== null && <output>{t('boundsSides', sidesOf(shown))}</output>}
      <ProblemNotice error={save.error} />
      <ButtonRow>
        <Button
          kind="primary"
          busy={save.isPending}
          onClick={() => {
            if (tapped !== null) save.mutate(tapped)
          }}
        >
          {t('boundsSave')}
        </Button>
        {around !== null && (
          <Button
            onClick={() =>
              setCorners([around.westE7, around.southE7, around.eastE7, around.northE7])
            }
          >
            {t('boundsAround')}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

function boxOf(ring: readonly number[]): Box {
  const easts = ring.filter((_, at) => at % 2 === 0)
  const norths = ring.filter((_, at) => at % 2 === 1)
  return {
    westE7: Math.min(...easts),
    eastE7: Math.max(...easts),
    southE7: Math.min(...norths),
    northE7: Math.max(...norths),
  }
}

function aroundOf(plots: Land['plots']): Box | null {
  const ring = plots.flatMap((plot) => boxCorners(boxOf(plot.ring)))
  if (ring.length === 0) return null
  const box = boxOf(ring)
  return {
    westE7: box.westE7 - MARGIN_E7,
    eastE7: box.eastE7 + MARGIN_E7,
    southE7: box.southE7 - MARGIN_E7,
    northE7: box.northE7 + MARGIN_E7,
  }
}

const boxCorners = ({ westE7, southE7, eastE7, northE7 }: Box) => [westE7, southE7, eastE7, northE7]

function ringOf({ westE7, southE7, eastE7, northE7 }: Box): number[] {
  return [westE7, southE7, eastE7, southE7, eastE7, northE7, westE7, northE7]
}

function sidesOf({ westE7, southE7, eastE7, northE7 }: Box) {
  const degrees = (e7: number) => (e7 / E7).toFixed(4)
  return {
    west: degrees(westE7),
    south: degrees(southE7),
    east: degrees(eastE7),
    north: degrees(northE7),
  }
}
