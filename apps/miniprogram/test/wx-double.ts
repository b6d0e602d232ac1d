/** What WeChat would do for one person on one phone, in memory; requests go over real HTTP. */
export interface WxDouble {
  /** Put in place of the global `wx`. */
  readonly wx: object
  readonly storage: Map<string, unknown>
  /** Where the pages have gone to, oldest first. */
  readonly visited: string[]
  readonly titles: string[]
  /** What was asked of WeChat before anything was agreed to. */
  readonly askedBeforeConsent: string[]
  /** Every request: method, address and headers. */
  readonly requests: { method: string; url: string; header: Record<string, string> }[]
  /** Whether the privacy statement is agreed to. */
  consent: boolean
  /** What `wx.scanCode` reads next; null: it was given up. */
  scanned: { result?: string; path?: string } | null
  /** Whether a question is answered with yes. */
  confirms: boolean
  isOnline: boolean
  /** Whether what the server answers is lost on the way, though it has the request. */
  losesAnswers: boolean
  /** What the server says the time is, where it is not the machine's. */
  serverTime: (() => Date) | null
  /** The network goes or comes back, and WeChat tells. */
  setOnline(isOnline: boolean): void
  /** The mini-program is closed: it listens no more. */
  close(): void
  /** Waits until nothing that was asked for is still on its way. */
  settled(): Promise<void>
}

interface Callbacks<Answer> {
  success?: (answer: Answer) => void
  fail?: (error: { errMsg: string }) => void
}

interface RequestOptions extends Callbacks<{
  statusCode: number
  data: unknown
  header: Record<string, string>
}> {
  readonly url: string
  readonly method?: string
  readonly header?: Record<string, string>
  readonly data?: string
  readonly responseType?: 'text' | 'arraybuffer'
}

/** @param login what `wx.login` gives: a code for the person whose WeChat this is */
export function createWxDouble(login: () => string, language = 'zh_CN'): WxDouble {
  const underway = new Set<Promise<unknown>>()
  const double: WxDouble = {
    wx: {},
    storage: new Map(),
    visited: [],
    titles: [],
    askedBeforeConsent: [],
    requests: [],
    consent: true,
    scanned: null,
    confirms: true,
    isOnline: true,
    losesAnswers: false,
    serverTime: null,
    setOnline: () => {},
    close: () => {},
    settled: async () => {
      while (underway.size > 0) await Promise.allSettled(underway)
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (underway.size > 0) await double.settled()
    },
  }
  return Object.assign(double, {
    wx: {
      ...storageOf(double),
      ...networkOf(double, login, underway),
      ...screenOf(double, language),
    },
  })
}

function storageOf({ storage }: WxDouble) {
  return {
    getStorageSync: (key: string) => structuredClone(storage.get(key)) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
  }
}

function networkOf(double: WxDouble, login: () => string, underway: Set<Promise<unknown>>) {
  const told = new Set<(status: { isConnected: boolean }) => void>()
  double.setOnline = (isOnline) => {
    double.isOnline = isOnline
    for (const listener of told) listener({ isConnected: isOnline })
  }
  double.close = () => told.clear()
  return {
    onNetworkStatusChange: (listener: (status: { isConnected: boolean }) => void) =>
      void told.add(listener),
    request: (options: RequestOptions) => {
      const stop = new AbortController()
      const asking = ask(double, options, stop.signal)
      underway.add(asking)
      void asking.finally(() => underway.delete(asking))
      return { abort: () => stop.abort() }
    },
    login: ({ success }: Callbacks<{ code: string }>) => {
      if (!double.consent) double.askedBeforeConsent.push('login')
      queueMicrotask(() => success?.({ code: login() }))
    },
    getRandomValues: ({
      length,
      success,
    }: { length: number } & Callbacks<{ randomValues: ArrayBuffer }>) => {
      const bytes = crypto.getRandomValues(new Uint8Array(length))
      queueMicrotask(() => success?.({ randomValues: bytes.buffer }))
    },
  }
}

async function ask(double: WxDouble, options: RequestOptions, signal: AbortSignal) {
  const { url, method = 'GET', header = {}, data, responseType, success, fail } = options
  double.requests.push({ method, url, header })
  if (!double.isOnline) return fail?.({ errMsg: 'request:fail' })
  try {
    const answer = await fetch(url, {
      method,
      headers: header,
      signal,
      ...(data === undefined ? {} : { body: data }),
    })
    const content = await answer.arrayBuffer()
    if (double.losesAnswers) return fail?.({ errMsg: 'request:fail timeout' })
    success?.({
      statusCode: answer.status,
      header: {
        ...Object.fromEntries(answer.headers),
        ...(double.serverTime === null ? {} : { date: double.serverTime().toUTCString() }),
      },
      data: responseType === 'arraybuffer' ? content : new TextDecoder().decode(content),
    })
  } catch (error) {
    fail?.({ errMsg: `request:fail ${String(error)}` })
  }
}

function screenOf(double: WxDouble, language: string) {
  const go = ({ url }: { url: string }) => void double.visited.push(url)
  return {
    navigateTo: go,
    reLaunch: go,
    navigateBack: () => void double.visited.push('back'),
    setNavigationBarTitle: ({ title }: { title: string }) => void double.titles.push(title),
    getAppBaseInfo: () => ({ language, fontSizeSetting: 16 }),
    scanCode: ({ success, fail }: Callbacks<object>) =>
      double.scanned === null
        ? fail?.({ errMsg: 'scanCode:fail cancel' })
        : success?.(double.scanned),
    showModal: ({ success }: Callbacks<{ confirm: boolean }>) =>
      success?.({ confirm: double.confirms }),
    requirePrivacyAuthorize: ({ success, fail }: Callbacks<object>) =>
      double.consent ? success?.({}) : fail?.({ errMsg: 'privacy permission is not authorized' }),
    onNeedPrivacyAuthorization: () => {},
    openPrivacyContract: () => void double.visited.push('privacy statement'),
  }
}
