import {
  CircleMarker,
  LayerGroup,
  Map as LeafletMap,
  Polygon,
  TileLayer,
  type LatLngTuple,
} from 'leaflet'
import { useEffect, useRef, type RefObject } from 'react'
import leafletStyles from 'leaflet/dist/leaflet.css?url'
import './plot-map.css'
import type { Land, PublicPlot } from './land.ts'

const E7 = 10_000_000
/** From here on a plot is wide enough for its label. */
const LABEL_ZOOM = 19
/** Where nothing is drawn yet: about a village. */
const FIRST_ZOOM = 15
const CHINA: LatLngTuple = [30.03, 120.2]
/** In quarters of a level, so that the plots fill what there is. */
const MAP = { attributionControl: false, maxZoom: 22, zoomSnap: 0.25 }

type Shown = Pick<PublicPlot, 'plotId' | 'label' | 'ring' | 'state'>

/**
 * Plots as they lie, coloured and hatched by state; a tap chooses one. With `corners`, taps set the
 * corners of a new one. What it shows stands in the table beside it, too.
 */
export function PlotMap({
  label,
  plots,
  tiles,
  chosen = null,
  onChoose,
  corners,
  onCorner,
}: {
  label: string
  plots: readonly Shown[]
  /** What it lies on; null: plain ground. */
  tiles: Land['tiles']
  chosen?: string | null
  onChoose?: (plotId: string) => void
  /** Of what is being drawn, longitude and latitude in turns. */
  corners?: readonly number[]
  onCorner?: (eastE7: number, northE7: number) => void
}) {
  const element = useRef<HTMLDivElement>(null)
  const map = useRef<LeafletMap | null>(null)
  const layers = useRef(new LayerGroup())
  const drawn = useRef(new LayerGroup())
  const tapped = useRef({ onChoose, onCorner })
  useEffect(() => {
    tapped.current = { onChoose, onCorner }
  }, [onChoose, onCorner])

  useEffect(() => {
    if (element.current === null) return
    const made = new LeafletMap(element.current, MAP)
    made.setView(CHINA, FIRST_ZOOM)
    made.on('click', ({ latlng }) =>
      tapped.current.onCorner?.(Math.round(latlng.lng * E7), Math.round(latlng.lat * E7)),
    )
    made.on('zoomend', () => showLabelsNear(made))
    layers.current.addTo(made)
    drawn.current.addTo(made)
    map.current = made
    return () => void made.remove()
  }, [])

  useGround(map, tiles)

  useEffect(() => {
    layers.current.clearLayers()
    for (const { plotId, label: name, ring, state } of plots)
      new Polygon(latLngs(ring), { className: `plot-map__plot plot-map__plot--${state}` })
        .bindTooltip(name, { permanent: true, direction: 'center', className: 'plot-map__label' })
        .on('click', () => tapped.current.onChoose?.(plotId))
        .addTo(layers.current)
    const all = plots.flatMap(({ ring }) => latLngs(ring))
    if (all.length > 0) map.current?.fitBounds(all, { padding: [12, 12] })
  }, [plots])

  useEffect(() => {
    drawn.current.clearLayers()
    const plot = plots.find(({ plotId }) => plotId === chosen)
    const ring = corners ?? plot?.ring ?? []
    if (ring.length === 0) return
    new Polygon(latLngs(ring), { className: 'plot-map__chosen', interactive: false }).addTo(
      drawn.current,
    )
    if (corners === undefined) return
    for (const corner of latLngs(corners))
      new CircleMarker(corner, { radius: 7, className: 'plot-map__corner' }).addTo(drawn.current)
  }, [plots, chosen, corners])

  return (
    <section aria-label={label}>
      {/* Not in the product's one sheet of styles: it weighs more than any page's. */}
      <link rel="stylesheet" href={leafletStyles} />
      <div ref={element} className="plot-map" />
      {tiles !== null && tiles.credit !== '' && <p className="soft small">{tiles.credit}</p>}
    </section>
  )
}

function showLabelsNear(map: LeafletMap): void {
  map.getContainer().classList.toggle('plot-map--near', map.getZoom() >= LABEL_ZOOM)
}

/** Lays pictures of the land under the map. */
function useGround(map: RefObject<LeafletMap | null>, tiles: Land['tiles']): void {
  useEffect(() => {
    if (tiles === null || map.current === null) return
    const ground = new TileLayer(tiles.address, { maxZoom: 22, maxNativeZoom: 18 })
    ground.addTo(map.current)
    return () => void ground.remove()
  }, [map, tiles])
}

function latLngs(ring: readonly number[]): LatLngTuple[] {
  return Array.from({ length: ring.length / 2 }, (_, at): LatLngTuple => [
    (ring[2 * at + 1] ?? 0) / E7,
    (ring[2 * at] ?? 0) / E7,
  ])
}
