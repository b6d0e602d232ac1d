import type { FastifyInstance } from 'fastify'
import type { SetupParts } from './founding/set-up.ts'
import { registerSetupRoutes } from './founding/setup.routes.ts'
import { registerEnteringRoutes } from './entering/entering.routes.ts'
import { registerRemovalRoutes } from './erasure/removals.routes.ts'
import { registerMeRoutes } from './me.routes.ts'
import { registerMemberRoutes } from './members.routes.ts'
import { registerPhotoRoutes } from './photos/photos.routes.ts'
import { registerPlateRoutes, type PlateRouteParts } from './plates/plates.routes.ts'
import { registerCredentialRoutes } from './credentials/credentials.routes.ts'
import { registerExportRoutes } from './roster/export.routes.ts'
import { registerImportRoutes } from './roster/import.routes.ts'
import type { RosterParts } from './roster/preview-roster.ts'
import { registerRosterRoutes } from './roster/roster.routes.ts'
import { registerSignInRoutes, type SignInRouteParts } from './sign-in/sign-in.routes.ts'
import { registerWechatRoutes, type WechatRouteParts } from './wechat/wechat.routes.ts'

export type CommunityParts = SetupParts &
  SignInRouteParts &
  RosterParts &
  PlateRouteParts &
  WechatRouteParts

/** Registers every route of the community. */
export function registerCommunityRoutes(http: FastifyInstance, parts: CommunityParts): void {
  registerSetupRoutes(http, parts)
  registerSignInRoutes(http, parts)
  registerWechatRoutes(http, parts)
  registerCredentialRoutes(http, parts)
  registerRosterRoutes(http, parts)
  registerImportRoutes(http, parts)
  registerExportRoutes(http, parts)
  registerEnteringRoutes(http, parts)
  registerRemovalRoutes(http, parts)
  registerMemberRoutes(http, parts)
  registerMeRoutes(http, parts)
  registerPlateRoutes(http, parts)
  registerPhotoRoutes(http, parts)
}
