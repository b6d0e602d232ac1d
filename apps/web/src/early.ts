/*
 * Stands inside the page's head, so that it runs before any script has arrived: asks the server for
 * what the first screen will show, and fetches the files of that screen, while the application
 * itself is still on its way. Nothing depends on it; whoever finds nothing here asks for itself.
 */

/** Written in by the build: the files of the screens that are opened first. */
declare const SCREENS: Record<'home' | 'memberHome' | 'plate', readonly string[]>

{
  /** Whether somebody was signed in here the last time: then their home is asked for at once. */
  const member = kept('azalea.member') !== null
  const language = /"language":"en"/.test(kept('azalea.settings') ?? '') ? 'en' : 'zh-CN'
  const answers: NonNullable<Window['azaleaEarly']> = new Map()
  window.azaleaEarly = answers
  const asked = new Set<string>()
  const path = location.hash.replace(/^#?\/?/, '/').replace(/\?.*/, '')
  const plate = /^\/p\/([\w%-]+)$/.exec(path)?.[1]

  const onlyVillage = 'azalea.only-village'
  const session = ask('/api/session')
  const setup = member ? undefined : ask('/api/setup')
  if (path === '/' && member) askForMemberHome()
  if (path === '/' && !member) {
    fetchFiles('home')
    void session.then(askForWhoeverIsSignedIn).catch(() => undefined)
    const known = kept(onlyVillage)
    if (known !== null) void ask(`/api/villages/${known}`)
    void setup?.then(askForTheOnlyVillage).catch(() => undefined)
  }
  if (plate !== undefined) void ask(`/api/plates/${plate}`)
  if (plate !== undefined) fetchFiles('plate')

  function kept(name: string): string | null {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }

  function ask(address: string): Promise<{ response: Response }> {
    const arrives = fetch((window.AZALEA_API ?? '') + address, {
      credentials: 'include',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': language,
      },
    }).then((response) => ({ response, arrivedAt: Date.now() }))
    arrives.catch(() => undefined)
    answers.set(address, { language, arrives })
    asked.add(address)
    return arrives
  }

  function askForMemberHome(): void {
    void ask('/api/me/home')
    fetchFiles('memberHome')
  }

  /** Signed in, but not remembered here. */
  async function askForWhoeverIsSignedIn({ response }: { response: Response }): Promise<void> {
    const answer = (await response.clone().json()) as { session?: object | null }
    if (response.ok && answer.session) askForMemberHome()
  }

  async function askForTheOnlyVillage({ response }: { response: Response }): Promise<void> {
    const { villages } = (await response.clone().json()) as { villages: { villageId: string }[] }
    const [only] = villages
    if (only === undefined || villages.length > 1) return
    const address = `/api/villages/${only.villageId}`
    if (!asked.has(address)) void ask(address)
    localStorage.setItem(onlyVillage, only.villageId)
  }

  function fetchFiles(screen: keyof typeof SCREENS): void {
    for (const name of SCREENS[screen]) {
      const link = document.createElement('link')
      if (name.endsWith('.css')) {
        link.rel = 'preload'
        link.as = 'style'
        link.crossOrigin = ''
      } else link.rel = 'modulepreload'
      link.href = name
      document.head.append(link)
    }
  }
}
