import { drawSmaller } from './draw-smaller.ts'

/** One picture, once: answered with the smaller one, or with null when it could not be drawn. */
addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  drawSmaller(data).then(
    (smaller) => postMessage(smaller),
    () => postMessage(null),
  )
})
