import { join } from 'node:path'
import { defineConfig } from 'vite'
import { earlyScript } from './build/early-script.ts'
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

/** One file of the build that holds all modules whose path matches one of these. */
const asOneFile = (name: string, ...paths: readonly string[]) => ({
  name,
  test: new RegExp(paths.join('|')),
})

/*
 * Each further file costs a slow line a round trip, and a browser asks for six at a time: so the
 * pages that are opened first, and what most pages show, come in one file each.
 */
const openedFirstFiles = [
  asOneFile(
    'often',
    '/src/(ui/format|app/kinds-of)\\.ts',
    '/packages/client/src/(format|numbers)\\.ts',
    '/packages/text/src/calendar\\.ts',
    '/src/ui/(list|stat|when|stars|person-name)\\.tsx',
    '/(Star|StarHalf|CaretRight|ArrowUp|ArrowDown|Equals)\\.es\\.js',
  ),
  asOneFile(
    'opened-first',
    '/src/features/home/(home-page|public-)',
    '/src/features/plates/(plate-page|rate-call|recent-|post-shifts|story\\.tsx|seen-plates\\.ts|stars-given)',
    '/packages/client/src/(views/plate|words/plates-)',
    '/(Megaphone|PencilSimple)\\.es\\.js',
  ),
  asOneFile(
    'member-home',
    '/src/features/home/',
    '/src/(app|features/[^/]+)/(home|news)-kinds\\.ts',
    '/packages/client/src/(views/home|words/home-)',
    '/src/ui/action-tiles\\.tsx',
    '/(PlusCircle|Bell|CalendarCheck|ChatText|HandCoins|HandHeart|Scroll)\\.es\\.js',
  ),
]

/** What a phone without a network must be able to open even if it never has. */
const keptFromTheStart = [
  '/src/features/waiting/waiting-page.tsx',
  '/src/features/home/home-page.tsx',
  '/src/features/home/member-home.tsx',
  '/src/features/plates/plate-page.tsx',
  '/src/features/plates/plot-readings.tsx',
  '/src/features/ratings/rate-page.tsx',
  '/src/features/plates/scan-page.tsx',
  '/src/ui/shrink-photo/shrink-photo.ts',
]

/** What is opened first, whose scripts the page's head asks for before the application runs. */
const home = '/src/features/home/home-page.tsx'
const openedFirst = {
  home: [home],
  memberHome: [home, '/src/features/home/member-home.tsx'],
  plate: ['/src/features/plates/plate-page.tsx'],
}

/** `VITE_GALLERY=1` adds the component gallery to a production build, to photograph it. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [
    keepIconWeights(['regular', 'fill']),
    earlyScript(join(import.meta.dirname, 'src/early.ts'), openedFirst),
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
    // All of it weighs less than the round trips for its parts.
    cssCodeSplit: false,
    modulePreload: {
      // Preloading is only ever faster, never needed.
      polyfill: false,
    },
    chunkSizeWarningLimit: 500,
    rolldownOptions: {
      // Libraries mark what is for browsers only; here everything is.
      checks: { moduleLevelDirective: false },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [firstScreen, ...openedFirstFiles],
        },
      },
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
