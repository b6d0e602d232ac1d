import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** What can be read from: a running video, or a photo. */
export type QrSource = HTMLVideoElement | Blob

export type ReadQr = (source: QrSource) => Promise<string | null>

interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { rawValue: string }[]>
}

interface DetectorClass {
  new (options: { formats: ['qr_code'] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/**
 * A reader of QR codes: the browser's own where it has one, else a WebAssembly of 1 MB that this
 * site serves itself. `read` answers the first code's text, or null when there is none to be seen.
 */
export async function openQrReader(): Promise<ReadQr> {
  const detector = (await ownDetector()) ?? (await wasmDetector())
  return async (source) => (await detector.detect(source))[0]?.rawValue ?? null
}

async function ownDetector(): Promise<Detector | null> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  if (own === undefined) return null
  try {
    const formats = await own.getSupportedFormats()
    return formats.includes('qr_code') ? new own({ formats: ['qr_code'] }) : null
  } catch {
    // Some systems name the class and lack the service behind it.
    return null
  }
}

async function wasmDetector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill')
  await prepareZXingModule({
    // The package would otherwise fetch the file from another company's servers.
    overrides: {
      locateFile: (path: string, prefix: string) =>
        path.endsWith('.wasm') ? wasmUrl : prefix + path,
    },
    fireImmediately: true,
  })
  return new BarcodeDetector({ formats: ['qr_code'] })
}
