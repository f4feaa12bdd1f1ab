import { authOptions } from './auth-options'

type Params = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own routes: `/api/auth/csrf`, `/session`, `/callback/password`, `/callback/link`, `/signout`. */
export async function handleAuth(request: Request, context: Params): Promise<Response> {
  const { default: NextAuth } = await import('next-auth')
  return NextAuth(authOptions())(request, context)
}
