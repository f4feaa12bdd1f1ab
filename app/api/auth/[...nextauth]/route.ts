import { handleAuth } from '@/lib/identity'

export { handleAuth as GET, handleAuth as POST }
