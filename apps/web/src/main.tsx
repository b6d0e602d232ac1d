import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './app/app.tsx'
import { forgetEarlyAnswers } from './app/early-answers.ts'
import { startInstallHint } from './app/install-hint.tsx'
import { startKeepingFocus } from './app/keep-focus.ts'
import { startSettings } from './ui/settings.ts'

startSettings()
startInstallHint()
startKeepingFocus()

/** By now the first screen has asked for all it shows. */
const earlyForMilliseconds = 20_000
setTimeout(forgetEarlyAnswers, earlyForMilliseconds)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
