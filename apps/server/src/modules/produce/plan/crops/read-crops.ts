import type { Actor } from '../../../../platform/actor.ts'
import { inLanguage, type Language } from '../../../../platform/http/language.ts'
import type { PlanReaders } from '../parts.ts'
import { selectCrops, selectTemplates, type Crop, type TemplateTask } from './crop.store.ts'

/** What the village grows, by name. */
export async function readCropBook(
  { database }: Pick<PlanReaders, 'database'>,
  { villageId }: Actor,
  language: Language,
) {
  return database.inVillage(villageId, async (db) => {
    const crops = await selectCrops(db, villageId)
    const templates = await selectTemplates(db, villageId)
    return {
      items: crops.map((crop) => presentCrop(crop, templates.get(crop.cropId) ?? [], language)),
    }
  })
}

export function presentCrop(crop: Crop, tasks: readonly TemplateTask[], language: Language) {
  return {
    ...crop,
    sowing: [...crop.sowing],
    tasks: tasks.map((task) => ({ ...task })),
    name: cropName(crop, language),
  }
}

/** Cabbage ‘Early 5’, as a reader of this language calls it. */
export function cropName(
  { nameZh, nameEn, variety }: Pick<Crop, 'nameZh' | 'nameEn' | 'variety'>,
  language: Language,
): string {
  const name = inLanguage(language, nameZh, nameEn)
  return variety === null ? name : language === 'en' ? `${name} (${variety})` : `${name}·${variety}`
}
