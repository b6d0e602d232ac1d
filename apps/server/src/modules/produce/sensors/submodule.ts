import type { Module } from '../../../platform/module.ts'
import { sensorsInbox } from './alarms/list-sensors-inbox.ts'
import { watchSensorsJob } from './alarms/watch-sensors.ts'
import { sensorDuties } from './duties.ts'
import type { SensorParts } from './parts.ts'
import { forgetReadingsJob } from './readings/forget-readings.ts'
import { registerReadingRoutes } from './readings/reading.routes.ts'
import { registerSensorRoutes } from './sensors/sensor.routes.ts'

export const sensorsSubmodule: Module<SensorParts> = {
  name: 'sensors',
  routes: (http, parts) => {
    registerSensorRoutes(http, parts)
    registerReadingRoutes(http, parts)
  },
  jobs: (parts) => [watchSensorsJob(parts), forgetReadingsJob(parts)],
  inbox: [sensorsInbox],
  duties: [sensorDuties],
}
