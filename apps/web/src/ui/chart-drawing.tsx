import { useEffect, useRef } from 'react'
import UPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useSettings } from './settings.ts'
import type { ChartPoint } from './chart-point.ts'

const heightPixels = 200
const none: readonly number[] = []

/** The canvas of a chart, in the colours and type of the tokens; follows the width of its column. */
export function ChartDrawing({
  points,
  beside = none,
  format,
}: {
  points: readonly ChartPoint[]
  /** Drawn dashed: a value for each point. */
  beside?: readonly number[] | undefined
  format: (value: number) => string
}) {
  const place = useRef<HTMLDivElement>(null)
  const { elder, highContrast } = useSettings()
  const dark = useRef(matchMedia('(prefers-color-scheme: dark)'))

  useEffect(() => {
    const element = place.current
    if (element === null) return
    let plot = draw(element, points, beside, format)
    const redraw = () => {
      plot.destroy()
      plot = draw(element, points, beside, format)
    }
    const scheme = dark.current
    scheme.addEventListener('change', redraw)
    const watch = new ResizeObserver(() => {
      plot.setSize({ width: element.clientWidth, height: heightPixels })
    })
    watch.observe(element)
    return () => {
      scheme.removeEventListener('change', redraw)
      watch.disconnect()
      plot.destroy()
    }
    // Elder mode and contrast are read from the tokens, so they are reasons to draw again.
  }, [points, beside, format, elder, highContrast])

  return <div ref={place} />
}

function draw(
  element: HTMLElement,
  points: readonly ChartPoint[],
  beside: readonly number[],
  format: (value: number) => string,
): UPlot {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const rem = Number.parseFloat(style.fontSize)
  const textPixels = Number.parseFloat(token('--text-small')) * rem
  const font = `${textPixels}px ${token('--font')}`
  const axis: UPlot.Axis = {
    stroke: token('--ink-soft'),
    font,
    ticks: { show: false },
    grid: { stroke: token('--line'), width: 1 },
  }
  const green = token('--done')
  const labelPixels = Math.max(...points.map((point) => widthInEms(axisLabel(point)))) * textPixels
  const series: UPlot.Series = {
    stroke: green,
    width: 2,
    points: { show: points.length < 20, fill: green, size: 6 },
  }
  const dashed: UPlot.Series = {
    stroke: token('--ink-soft'),
    width: 2,
    dash: [6, 4],
    points: { show: false },
  }
  return new UPlot(
    {
      width: element.clientWidth,
      height: heightPixels,
      // The last label stands half beyond its point.
      padding: [null, labelPixels / 2, null, null],
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false },
        y: { range: (_plot, low, high) => [Math.min(0, low), high === 0 ? 1 : high * 1.1] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: textPixels * 2,
          space: labelPixels + textPixels / 4,
          incrs: [1, 2, 5, 10, 20, 50, 100, 200],
          values: (_plot, at) => at.map((index) => axisLabel(points[index])),
        },
        {
          ...axis,
          size: textPixels * 4,
          values: (_plot, at) => at.map((value) => format(value)),
        },
      ],
      series: [{}, dashed, series],
    },
    [
      points.map((_, index) => index),
      points.map((_, index) => beside[index] ?? null),
      points.map(({ value }) => value),
    ],
    element,
  )
}

function axisLabel(point: ChartPoint | undefined): string {
  return point?.shortLabel ?? point?.label ?? ''
}

/** About how wide a text is: Chinese characters fill a square, digits and letters about half of it. */
function widthInEms(text: string): number {
  let ems = 0
  for (const character of text) ems += character > '\u2e80' ? 1 : 0.6
  return ems
}
