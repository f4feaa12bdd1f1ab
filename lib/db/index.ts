/** The database's own floor: the client's type and the way to open one. Nobody above tenancy opens one. */
export { connect, Prisma, PrismaClient, type Tx } from './client'
