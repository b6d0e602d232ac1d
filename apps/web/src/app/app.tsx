import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from '../ui/hash-location.ts'
import { createQueryClient } from './session.tsx'
import { Shell } from './shell.tsx'

export function App() {
  const [queryClient] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queryClient}>
      <Router hook={useHashLocation}>
        <Shell />
      </Router>
    </QueryClientProvider>
  )
}
