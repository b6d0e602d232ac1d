import { join } from 'node:path'
import { defineConfig } from 'vite'
import { keepIconWeights } from './build/keep-icon-weights.ts'
import { serviceWorker } from './build/service-worker.ts'

/**
 * What every page needs, as one file: split by who shares what, the same code would come in a dozen
 * small files, which compress worse and take longer.
 */
const firstScreen = {
  name: 'first-screen',
  tags: ['$initial' as const],
}

/** What a phone without a network must be able to open even if it never has. */
const keptFromTheStart = [
  '/src/features/waiting/waiting-page.tsx',
  '/src/features/home/home-page.tsx',
  '/src/features/home/member-home.tsx',
]

/** `VITE_GALLERY=1` adds the component gallery to a production build, to photograph it. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [
    keepIconWeights(['regular', 'fill']),
    serviceWorker(join(import.meta.dirname, 'src/sw.ts'), keptFromTheStart),
  ],
  // Always defined, so that a build without the gallery drops it.
  define: {
    'import.meta.env.VITE_GALLERY': JSON.stringify(process.env['VITE_GALLERY'] ?? ''),
  },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // The first browsers with native dialogs (and, for Chromium, private methods).
    target: ['chrome90', 'safari15.4', 'firefox98'],
    assetsInlineLimit: 0,
    modulePreload: {
      // Preloading is only ever faster, never needed.
      polyfill: false,
    },
    chunkSizeWarningLimit: 500,
    rolldownOptions: {
      // Libraries mark what is for browsers only; here everything is.
      checks: { moduleLevelDirective: false },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: [firstScreen] } },
    },
  },
  server: {
    port: 5173,
    // The server compares where a page comes from with the host that it asks: keep the host.
    proxy: {
      '/log': { target: process.env['AZALEA_SERVER'] ?? 'http://localhost:8080' },
      '/api': {
        target: process.env['AZALEA_SERVER'] ?? 'http://localhost:8080',
        changeOrigin: false,
      },
    },
  },
})
