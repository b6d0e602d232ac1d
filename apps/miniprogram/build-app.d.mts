export function buildMiniprogram(options: {
  outdir: string
  server: string
  appId?: string | undefined
  minify?: boolean
}): Promise<void>
