import type { RouteEntry } from '../../app/route.tsx'
import { lazyPage } from '../../ui/lazy-page.tsx'
import { cadreRoles } from '../../app/session.tsx'

export const workbenchRoutes: readonly RouteEntry[] = [
  {
    path: '/workbench/rules',
    access: cadreRoles,
    page: lazyPage(() => import('./sheets-page.tsx').then((m) => m.SheetsPage)),
  },
  {
    path: '/workbench/rules/import',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./import-sheet-page.tsx').then((m) => m.ImportSheetPage)),
  },
  {
    path: '/workbench/rules/begin',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./begin-page.tsx').then((m) => m.BeginPage)),
  },
  {
    path: '/workbench/rules/:id/edit',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./editor/editor-page.tsx').then((m) => m.EditorPage)),
  },
  {
    path: '/workbench/rules/:id/edit/:ref',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./editor/item-page.tsx').then((m) => m.ItemPage)),
  },
  {
    path: '/workbench/rules/:id/policies',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./editor/policies-page.tsx').then((m) => m.PoliciesPage)),
  },
  {
    path: '/workbench/rules/:id/goods/:ref',
    access: ['committee', 'operator'],
    page: lazyPage(() => import('./editor/good-page.tsx').then((m) => m.GoodPage)),
  },
  {
    path: '/workbench/rules/:id/try',
    access: ['committee', 'supervisor', 'town_officer'],
    page: lazyPage(() => import('./sandbox/sandbox-page.tsx').then((m) => m.SandboxPage)),
  },
  {
    path: '/workbench/rules/:id',
    access: cadreRoles,
    page: lazyPage(() => import('./sheet-page.tsx').then((m) => m.SheetPage)),
  },
]
