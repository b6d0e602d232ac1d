/**
 * Asks for consent to the privacy statement before anything is collected: WeChat shows its own sheet,
 * or, where somebody listens, ours. Resolves to whether it was given.
 */
export function askForConsent(): Promise<boolean> {
  return new Promise((resolve) => {
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) })
  })
}

export type Answered = (answer: {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}) => void

/** Calls `ask` whenever WeChat needs the consent, until somebody else listens. */
export function onConsentNeeded(ask: (answered: Answered) => void): void {
  wx.onNeedPrivacyAuthorization((answered) => ask(answered as unknown as Answered))
}

/** Opens the statement as the county has published it. */
export function openStatement(): void {
  wx.openPrivacyContract({})
}
