import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './app/app.tsx'
import { startInstallHint } from './app/install-hint.tsx'
import { startServiceWorker } from './app/service-worker.ts'
import { startSettings } from './app/settings.ts'

startSettings()
startServiceWorker()
startInstallHint()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
