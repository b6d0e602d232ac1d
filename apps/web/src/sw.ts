/// <reference lib="webworker" />

/*
 * The service worker, by hand. The shell of one build is kept whole and served from the cache, so
 * the product opens without a network. Reads of the API are asked from the server first; without
 * an answer a few of them, listed below, come from what was last seen.
 */

/** Written in by the build: a hash over all its files, and their names. */
declare const BUILD: {
  version: string
  /** What the first screen needs; without all of it this version is not installed. */
  shell: readonly string[]
  /** The other pages; fetched when the phone is idle. */
  rest: readonly string[]
}

const worker = self as unknown as ServiceWorkerGlobalScope
const shellCache = `azalea-shell-${BUILD.version}`
const apiCache = 'azalea-api-1'
const keptAnswers = 120
const patienceMilliseconds = 8_000
/** Counts up whenever fetching the other pages has to stop, or begins anew. */
let restTurn = 0

/** Reads that may be shown from what was last seen. Nothing secret and nothing that decides. */
const readableOffline =
  /\/api\/(session|home|me|plates|posts|activities|shifts|villages|awards|notices|rule-sheets|offers|shop)(\/|$)/
/** A counter and a desk show other households: what they tell stays on no phone. */
const neverKept = /\/(download|export|codes?|receipt|counter)(\/|$)|\/api\/offers\/[^/]+\/queue$/
/** A village's log: the page verifies and remembers it itself, and must be told the newest. */
const publicLog = /\/log\//

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell())
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => worker.clients.claim()))
})

worker.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') event.waitUntil(worker.skipWaiting())
  if (event.data === 'keep-the-rest') event.waitUntil(keepRest())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  // Whoever opens a page now needs the line: the rest goes on when that page is at leave.
  if (request.mode === 'navigate') restTurn += 1
  const url = new URL(request.url)
  if (url.pathname.includes('/api/')) {
    if (readableOffline.test(url.pathname) && !neverKept.test(url.pathname)) {
      event.respondWith(answerOrLastSeen(event))
    }
  } else if (url.href.startsWith(worker.registration.scope) && !publicLog.test(url.pathname)) {
    event.respondWith(shellFile(request, url))
  }
})

/** What a plate's QR code says leads to its page, as the server would send it, network or not. */
function scannedPlate({ mode }: Request, url: URL): Response | undefined {
  const { scope } = worker.registration
  const code = /^p\/([\w%-]+)$/.exec(url.href.slice(scope.length).replace(/[?#].*$/, ''))?.[1]
  if (mode !== 'navigate' || code === undefined) return undefined
  return Response.redirect(`${scope}#/p/${code}`)
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(shellCache)
  // Names with a hash may come from the browser's cache; the others must be this build's.
  await cache.addAll(
    BUILD.shell.map((name) =>
      name.startsWith('assets/') ? name : new Request(name, { cache: 'reload' }),
    ),
  )
}

async function keepRest(): Promise<void> {
  restTurn += 1
  const turn = restTurn
  const cache = await caches.open(shellCache)
  for (const name of BUILD.rest) {
    if (turn !== restTurn) return
    // One after the other: the reader's own requests go first.
    if ((await cache.match(name)) === undefined) await cache.add(name).catch(() => undefined)
  }
}

async function dropOldShells(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names
      .filter((name) => name.startsWith('azalea-shell-') && name !== shellCache)
      .map((name) => caches.delete(name)),
  )
}

/** A file of this build, from its cache; the page itself whatever is behind the `#`. */
async function shellFile(request: Request, url: URL): Promise<Response> {
  const plate = scannedPlate(request, url)
  if (plate !== undefined) return plate
  const cache = await caches.open(shellCache)
  const name = url.href.slice(worker.registration.scope.length).replace(/[?#].*$/, '')
  const isPage = request.mode === 'navigate' && (name === '' || name === 'index.html')
  const kept = await cache.match(isPage ? 'index.html' : request, { ignoreSearch: true })
  if (kept !== undefined) return kept
  const response = await fetch(request)
  if (response.ok && name.startsWith('assets/')) await cache.put(request, response.clone())
  return response
}

async function answerOrLastSeen(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(apiCache)
  const asked = fetch(event.request).then((response) => {
    if (response.ok) event.waitUntil(keepAnswer(cache, event.request, response.clone()))
    return response
  })
  const answer = await Promise.race([asked, patience()]).catch(() => undefined)
  if (answer !== undefined && ![502, 503, 504].includes(answer.status)) return answer
  const kept = await cache.match(event.request, { ignoreVary: true })
  return kept === undefined ? (answer ?? asked) : markedAsKept(kept)
}

async function keepAnswer(cache: Cache, request: Request, response: Response): Promise<void> {
  await cache.put(request, response)
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, -keptAnswers).map((key) => cache.delete(key)))
}

/** Tells the page that this is not the server speaking now, so that it trusts no clock in it. */
function markedAsKept(response: Response): Response {
  const headers = new Headers(response.headers)
  headers.set('Azalea-Kept', '1')
  return new Response(response.body, { status: response.status, headers })
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), patienceMilliseconds)
  })
}
