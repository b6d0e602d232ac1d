import type { FastifyInstance } from 'fastify'
import type { SetupParts } from './founding/set-up.ts'
import { registerSetupRoutes } from './founding/setup.routes.ts'
import { registerSignInRoutes, type SignInRouteParts } from './sign-in/sign-in.routes.ts'

export type CommunityParts = SetupParts & SignInRouteParts

/** Registers every route of the community. */
export function registerCommunityRoutes(http: FastifyInstance, parts: CommunityParts): void {
  registerSetupRoutes(http, parts)
  registerSignInRoutes(http, parts)
}
