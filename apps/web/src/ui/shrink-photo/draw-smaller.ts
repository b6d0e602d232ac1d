/** What the server keeps is smaller still; more pixels would only take longer on the way. */
export const LONGEST_SIDE_PIXELS = 2_048
const QUALITY = 0.85

/**
 * Draws a picture anew as JPEG, upright and at most 2,048 pixels long; place, time and device stay
 * behind. Runs in a worker, or where there is none in the page.
 * @throws what the browser throws when it cannot decode the picture, or has no room for it
 */
export async function drawSmaller(picture: Blob): Promise<Blob> {
  const bitmap = await decode(picture)
  const scale = Math.min(1, LONGEST_SIDE_PIXELS / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  try {
    return await draw(bitmap, width, height)
  } finally {
    bitmap.close()
  }
}

/** Of a picture that does not fit into memory whole, smaller as it is read. */
async function decode(picture: Blob): Promise<ImageBitmap> {
  const upright = { imageOrientation: 'from-image' } as const
  try {
    return await createImageBitmap(picture, upright)
  } catch {
    return createImageBitmap(picture, { ...upright, resizeWidth: LONGEST_SIDE_PIXELS })
  }
}

async function draw(bitmap: ImageBitmap, width: number, height: number): Promise<Blob> {
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height)
    paint(canvas.getContext('2d'), bitmap, width, height)
    return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  paint(canvas.getContext('2d'), bitmap, width, height)
  return new Promise((resolve, reject) => {
    const keep = (blob: Blob | null) =>
      blob === null ? reject(new Error('no room for the picture')) : resolve(blob)
    canvas.toBlob(keep, 'image/jpeg', QUALITY)
  })
}

function paint(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null,
  bitmap: ImageBitmap,
  width: number,
  height: number,
): void {
  if (context === null) throw new Error('no room for the picture')
  // JPEG has no transparency: what was see-through becomes paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
}
