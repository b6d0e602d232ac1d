const query = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** The mini-program's own pages; the server says what a thing is, never where it stands here. */
export const addresses = {
  home: () => '/pages/home/home',
  plate: (code: string) => `/pages/plate/plate?${query({ code })}`,
  award: (id: string) => `/pages/award/award?${query({ id })}`,
  rank: () => '/pages/rank/rank',
  verify: (award: string) => `/pages/verify/verify?${query({ award })}`,
  signIn: () => '/pages/sign-in/sign-in',
  waiting: () => '/pages/waiting/waiting',
  mine: () => '/pages/mine/mine',
}

/** Ten pages may lie on each other; the eleventh takes the place of the tenth. */
export function goTo(url: string): void {
  wx.navigateTo({ url, fail: () => void wx.redirectTo({ url }) })
}
