/** What breaks later than this was no connection that the server had just closed. */
const AT_ONCE_MILLISECONDS = 5_000

/** Commands whose key the server does not keep: sent twice, they may be done twice. */
export const unkept =
  /\/api\/(setup|setup\/check|sign-in|sign-in\/code|sign-out|session\/village|wechat\/(sign-in|code|bind)|sensor-readings|villages\/[^/]+\/(market\/(code|prove|sign-out|orders|orders\/[^/]+\/(pay|cancel))|adoptions\/[^/]+\/adopt|epcis\/capture))$/

/**
 * `fetch`; a command whose connection broke at once is sent a second time, since a server closes
 * an idle connection in the very moment in which it is used. Only what the key makes safe is sent
 * again, and no file, which would cross a slow line twice.
 */
export async function askOnceMore(request: Request): Promise<Response> {
  if (!mayRepeat(request)) return fetch(request)
  const again = request.clone()
  const askedAt = Date.now()
  try {
    return await fetch(request)
  } catch (error) {
    const isOver = request.signal.aborted || globalThis.navigator?.onLine === false
    if (isOver || Date.now() - askedAt > AT_ONCE_MILLISECONDS) throw error
    return fetch(again)
  }
}

function mayRepeat({ method, url, headers }: Request): boolean {
  if (method === 'GET' || !headers.has('Idempotency-Key')) return false
  const isFile = headers.get('Content-Type')?.startsWith('multipart/') ?? false
  return !isFile && !unkept.test(new URL(url).pathname)
}
