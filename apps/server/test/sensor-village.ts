import { createPlanVillage, type PlanVillage } from './plan-village.ts'
import { done } from './participation-village.ts'
import { call, VILLAGE, type TestPerson, type TestServer } from './server.ts'
import { watchSensors } from '../src/modules/produce/index.ts'

export interface PlacedSensor {
  readonly sensorId: string
  readonly code: string
  readonly topic: string | null
  readonly token: string | null
}

/** A village with a leased plot on which sensors are placed. */
export class SensorVillage {
  readonly test: TestServer
  readonly land: PlanVillage
  private constructor(test: TestServer, land: PlanVillage) {
    this.test = test
    this.land = land
  }

  static async create(test: TestServer): Promise<SensorVillage> {
    return new SensorVillage(test, await createPlanVillage(test))
  }

  get plotId(): string {
    return this.land.plotIds[0]
  }

  placing(change: Record<string, unknown> = {}, person: TestPerson | null = this.land.technician) {
    const body = {
      plotId: this.plotId,
      name: '东头墒情',
      kind: 'soil_moisture',
      speaks: 'http',
      isPublic: true,
      ...change,
    }
    return call(this.test, person, 'POST', '/api/sensors', body)
  }

  place = async (change: Record<string, unknown> = {}): Promise<PlacedSensor> =>
    done(this.placing(change))

  post(
    sensors: readonly { readonly token: string | null; readonly readings: readonly unknown[] }[],
  ) {
    return call(this.test, null, 'POST', '/api/sensor-readings', { sensors })
  }

  /** One reading, at the clock's time unless told. */
  say({ token }: PlacedSensor, value: unknown, at?: Date) {
    return this.post([{ token, readings: [{ value, ...(at ? { at: at.toISOString() } : {}) }] }])
  }

  read = (person: TestPerson | null, span = 'day', plotId = this.plotId) =>
    person === null
      ? call(
          this.test,
          null,
          'GET',
          `/api/villages/${VILLAGE}/plots/${plotId}/sensors?span=${span}`,
        )
      : call(this.test, person, 'GET', `/api/plots/${plotId}/sensors?span=${span}`)

  list = () => done(call(this.test, this.land.technician, 'GET', '/api/sensors'))

  watch = () => watchSensors({ ...this.test.server, ...this.test }, VILLAGE)

  async messages(person: TestPerson): Promise<{ kind: string; params: Record<string, unknown> }[]> {
    const { items } = await done(call(this.test, person, 'GET', '/api/me/messages'))
    return items.filter(({ kind }: { kind: string }) => kind.startsWith('sensor.'))
  }

  async count(table: 'sensor_reading' | 'sensor_alarm'): Promise<number> {
    const { rows } = await this.test.owner.query(`SELECT count(*) AS count FROM ${table}`)
    return Number(rows[0].count)
  }
}
