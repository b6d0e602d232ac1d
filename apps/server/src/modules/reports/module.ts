import type { Module } from '../../platform/module.ts'
import type { ReportParts } from './parts.ts'
import { registerReportRoutes } from './routes.ts'

export const reportsModule: Module<ReportParts> = { name: 'reports', routes: registerReportRoutes }
