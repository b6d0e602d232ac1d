import { useEffect, useRef, useState, type RefObject } from 'react'
import { useT } from './i18n.ts'
import { Button } from './button.tsx'
import { cameraMessages } from './camera-messages.ts'
import { Notice } from './notice.tsx'
import { Skeleton } from './skeleton.tsx'
import './camera-view.css'

type CameraState = 'starting' | 'running' | 'refused' | 'missing'

const lookEveryMilliseconds = 200

/**
 * The camera's picture, looked at for a QR code. Without a camera, or when it was not allowed, it
 * says so and the page's other ways remain. The camera is let go with the page.
 */
export function CameraView({
  hint,
  onRead,
}: {
  /** What to hold before the camera. */
  hint: string
  onRead: (text: string) => void
}) {
  const [tries, setTries] = useState(0)
  return <Camera key={tries} hint={hint} onRead={onRead} onAgain={() => setTries(tries + 1)} />
}

function Camera({
  hint,
  onRead,
  onAgain,
}: {
  hint: string
  onRead: (text: string) => void
  onAgain: () => void
}) {
  const t = useT(cameraMessages)
  const video = useRef<HTMLVideoElement>(null)
  const state = useCamera(video, onRead)
  if (state === 'refused') {
    return <Notice actions={<Button onClick={onAgain}>{t('again')}</Button>}>{t('refused')}</Notice>
  }
  if (state === 'missing') return <Notice>{t('missing')}</Notice>
  return (
    <div className="camera-view">
      {state === 'starting' && (
        <div className="camera-view__starting">
          <Skeleton of="text" count={1} />
        </div>
      )}
      <video
        ref={video}
        className="camera-view__video"
        muted
        playsInline
        aria-label={t('picture')}
      />
      <p className="camera-view__words">{hint}</p>
    </div>
  )
}

function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onRead: (text: string) => void,
): CameraState {
  const [state, setState] = useState<CameraState>('starting')
  const tell = useRef(onRead)
  useEffect(() => {
    tell.current = onRead
  })
  useEffect(() => {
    const stop = new AbortController()
    watch(video, stop.signal, {
      onRunning: () => setState('running'),
      onRead: (text) => tell.current(text),
    }).catch((error: unknown) => {
      if (stop.signal.aborted) return
      const refused = error instanceof DOMException && error.name === 'NotAllowedError'
      setState(refused ? 'refused' : 'missing')
    })
    return () => stop.abort()
  }, [video])
  return state
}

/** Looks until told to stop. @throws DOMException when there is no camera to be had */
async function watch(
  video: RefObject<HTMLVideoElement | null>,
  signal: AbortSignal,
  tell: { onRunning: () => void; onRead: (text: string) => void },
): Promise<void> {
  // Missing on plain-HTTP pages, where browsers give no camera.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (devices === undefined) throw new DOMException('no camera here', 'NotFoundError')
  const stream = await devices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  })
  try {
    const { openQrReader } = await import('./qr-reader.ts')
    const read = await openQrReader()
    if (signal.aborted || video.current === null) return
    const element = video.current
    element.srcObject = stream
    await element.play()
    tell.onRunning()
    let last: string | null = null
    while (!signal.aborted) {
      const text = await read(element).catch(() => null)
      // A code that is not ours stays in view; it is told once.
      if (text !== null && text !== last && !signal.aborted) tell.onRead(text)
      last = text ?? last
      await new Promise((resolve) => setTimeout(resolve, lookEveryMilliseconds))
    }
  } finally {
    for (const track of stream.getTracks()) track.stop()
  }
}
